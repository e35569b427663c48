import type { EvidenceImage, EvidenceImages } from '../../src/protocol/closing';
import type { PanelHost } from '../../src/protocol/panelMessages';
import { setChildren } from '../dom/children';
import { element, setShown, setText } from '../dom/element';
import { pictureUri } from '../gallery/pictures';
import type { JudgedTransform } from '../model/judgedRun';
import type { Part, RunView } from '../pageView';
import { fill } from '../words/fill';
import type { Words } from '../words/words';

/** The pictures that the detector was surest of and most fooled by: clean, transformed, and where it looked. */
export function createEvidencePictures(name: string): Part<RunView> {
  const title = element('h3');
  const note = element('p', { class: 'quiet' });
  const legend = element('p', { class: 'map-legend' });
  const scale = element('p', { class: 'quiet' });
  const content = element('div', { class: 'evidence-pictures' });
  const section = element('section', { class: 'went-by' }, title, note, legend, scale, content);
  let shown: EvidenceImages | null = null;
  return {
    element: section,
    update: ({ state, judged, host, words }) => {
      const images = state.closing.images?.find(({ transform }) => transform === name) ?? null;
      setShown(section, images !== null);
      if (images === null || images === shown) return;
      shown = images;
      const { strings } = words;
      setText(title, strings.evidencePicturesTitle);
      setText(note, strings.evidencePicturesNote);
      setChildren(legend, [...key('for', strings.evidenceMapFor), ...key('against', strings.evidenceMapAgainst)]);
      setText(
        scale,
        `${strings.evidenceMapScale} ${byStatistics(
          judged.transforms.find((one) => one.name === name),
          words,
        )}`.trim(),
      );
      setChildren(content, [
        ...group(strings.evidenceSurest, images.surest, host, words),
        ...group(strings.evidenceFooled, images.fooled, host, words),
      ]);
    },
  };
}

/** A colour of the maps and what it means. */
function key(colour: 'for' | 'against', meaning: string): HTMLElement[] {
  return [
    element('span', { class: `swatch swatch-${colour}`, 'aria-hidden': 'true' }),
    element('span', { class: 'swatch-meaning' }, meaning),
  ];
}

/** Where the network, whose maps these are, sees no more than image statistics do. */
function byStatistics(transform: JudgedTransform | undefined, { strings, numbers }: Words): string {
  const { network, statistics } = transform?.evidence?.alone ?? { network: null, statistics: null };
  if (!network || !statistics || statistics.auroc < network.auroc) return '';
  return fill(strings.evidenceByStatistics, numbers.auroc(statistics.auroc), numbers.auroc(network.auroc));
}

function group(title: string, images: readonly EvidenceImage[], host: PanelHost, words: Words): HTMLElement[] {
  if (images.length === 0) return [];
  return [element('h4', {}, title), ...images.map((image) => triple(image, host, words))];
}

function triple(
  { clean, transformed, map, label, margin }: EvidenceImage,
  host: PanelHost,
  { strings, numbers }: Words,
): HTMLElement {
  const views = [
    [clean, strings.clean],
    [transformed, strings.pictureTransformed],
    [map, strings.pictureMap],
  ] as const;
  const signed = `${margin > 0 ? '+' : ''}${numbers.decimal(margin, 1)}`;
  const caption = [label ?? [], fill(strings.evidenceMargin, signed)].flat().join(', ');
  return element(
    'figure',
    {},
    element(
      'div',
      { class: 'strip' },
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
    ),
    element('figcaption', { class: 'quiet' }, caption),
  );
}
