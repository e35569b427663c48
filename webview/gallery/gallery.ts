import { setChildren } from '../dom/children';
import { element, setAttribute, setText } from '../dom/element';
import type { PanelHost } from '../../src/protocol/panelMessages';
import type { Part, PageView } from '../pageView';
import { fill } from '../words/fill';
import type { Words } from '../words/words';
import { openLargeView } from './largeView';
import { pictureUri, picturesOf, type Picture } from './pictures';

/** What a transform does to several pictures: each one clean, then its draws; a click shows it large. */
export function createGallery(name: string): Part<PageView> {
  const title = element('h3');
  const note = element('p', { class: 'quiet' });
  const grid = element('div', { class: 'gallery' });
  let shown: readonly Picture[] | null = null;
  return {
    element: element('section', {}, title, note, grid),
    update: ({ state, host, words, live }) => {
      const pictures = picturesOf(state, name);
      const { strings } = words;
      const isFixed = pictures.every(({ draws }) => draws.length <= 1);
      setText(title, strings.galleryTitle);
      setText(
        note,
        pictures.length === 0
          ? live
            ? strings.galleryNone
            : strings.galleryGone
          : isFixed
            ? strings.galleryFixed
            : strings.galleryDraws,
      );
      if (pictures === shown) return;
      shown = pictures;
      grid.className = isFixed ? 'gallery gallery-pairs' : 'gallery gallery-draws';
      setChildren(
        grid,
        pictures.map((picture, index) => strip(picture, index, { name, pictures, host, words })),
      );
    },
  };
}

interface Strips {
  readonly name: string;
  readonly pictures: readonly Picture[];
  readonly host: PanelHost;
  readonly words: Words;
}

/** One picture and its draws, with its class below. */
function strip(picture: Picture, index: number, strips: Strips): HTMLElement {
  const { name, pictures, host, words } = strips;
  const { strings } = words;
  const { original, draws, label } = picture;
  const cleanName =
    label === null ? fill(strings.pictureClean, index + 1) : fill(strings.pictureCleanLabelled, index + 1, label);
  const open = (draw: number): void => openLargeView({ name, pictures, host, words, index, draw });
  const views = [
    { file: original, text: cleanName, draw: 0, className: 'picture clean' },
    ...draws.map((file, draw) => ({
      file,
      text: fill(strings.pictureDraw, index + 1, name, draw + 1),
      draw,
      className: 'picture',
    })),
  ];
  const buttons = views.map(({ file, text, draw, className }) => {
    const image = element('img', { src: pictureUri(host, file), alt: text, decoding: 'async' });
    const button = element('button', { type: 'button', class: className }, image);
    setAttribute(button, 'title', label);
    button.addEventListener('click', () => open(draw));
    return button;
  });
  return element('div', { class: 'strip' }, ...buttons);
}
