import type { EvidenceImage, EvidenceImages } from '../../src/protocol/closing';
import type { PanelHost } from '../../src/protocol/panelMessages';
import { setChildren } from '../dom/children';
import { element, setShown, setText } from '../dom/element';
import { pictureUri } from '../gallery/pictures';
import type { Part, PageView } from '../pageView';
import type { Words } from '../words/words';

/** The pictures that the detector was surest of and most fooled by: clean, transformed, and where it looked. */
export function createEvidencePictures(name: string): Part<PageView> {
  const title = element('h3');
  const note = element('p', { class: 'quiet' });
  const content = element('div', { class: 'evidence-pictures' });
  const section = element('section', {}, title, note, content);
  let shown: EvidenceImages | null = null;
  return {
    element: section,
    update: ({ state, host, words }) => {
      const images = state.closing.images?.find(({ transform }) => transform === name) ?? null;
      setShown(section, images !== null);
      if (images === null || images === shown) return;
      shown = images;
      const { strings } = words;
      setText(title, strings.evidencePicturesTitle);
      setText(note, strings.evidencePicturesNote);
      setChildren(content, [
        ...group(strings.evidenceSurest, images.surest, host, words),
        ...group(strings.evidenceFooled, images.fooled, host, words),
      ]);
    },
  };
}

function group(title: string, images: readonly EvidenceImage[], host: PanelHost, words: Words): HTMLElement[] {
  if (images.length === 0) return [];
  return [element('h4', {}, title), ...images.map((image) => triple(image, host, words))];
}

function triple({ clean, transformed, map, label }: EvidenceImage, host: PanelHost, { strings }: Words): HTMLElement {
  const views = [
    [clean, strings.clean],
    [transformed, strings.pictureTransformed],
    [map, strings.pictureMap],
  ] as const;
  return element(
    'div',
    { class: 'strip', title: label },
    ...views.map(([file, alt]) =>
      element(
        'span',
        { class: 'picture' },
        element('img', {
          src: pictureUri(host, file),
          alt: label === null ? alt : `${alt}, ${label}`,
          decoding: 'async',
        }),
      ),
    ),
  );
}
