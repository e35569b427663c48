import { setChildren } from '../dom/children';
import { element } from '../dom/element';
import type { PageView } from '../pageView';
import { pictureUri, picturesOf } from '../gallery/pictures';

const draws = 2;

/** The first picture clean, and two draws of the transform: the same picture in every row, so that rows can be compared. */
export function createThumbnails(name: string): { readonly element: HTMLElement; update(view: PageView): void } {
  const root = element('span', { class: 'thumbnails' });
  let shown: unknown = null;
  return {
    element: root,
    update: ({ state, host }) => {
      const [picture] = picturesOf(state, name);
      if (picture === shown) return;
      shown = picture;
      const files = picture ? [picture.original, ...picture.draws.slice(0, draws)] : [];
      setChildren(
        root,
        files.map((file) => element('img', { src: pictureUri(host, file), alt: '', decoding: 'async' })),
      );
    },
  };
}
