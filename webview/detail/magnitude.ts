import type { Magnitude } from '../../src/protocol/closing';
import type { PanelHost } from '../../src/protocol/panelMessages';
import { settingValue } from '../../src/report/words/magnitudes';
import { setChildren } from '../dom/children';
import { element, setAttribute, setShown, setText } from '../dom/element';
import { pictureUri } from '../gallery/pictures';
import type { Part, RunView } from '../pageView';
import { fill } from '../words/fill';
import { magnitudeSentence, strengthWords } from '../words/magnitudes';
import type { Words } from '../words/words';
import { strengthZones } from './strengthZones';

/** A transform's strengths on a slider, the safe ones marked; pictures and evidence follow the handle. */
export function createMagnitude(name: string): Part<RunView> {
  const title = element('h3');
  const note = element('p');
  const track = element('div', { class: 'strength-track', 'aria-hidden': 'true' });
  const slider = element('input', { type: 'range', min: 0, step: 1 });
  const zones = element('ul', { class: 'strength-zones' });
  const reading = element('p');
  const figures = element('p', { class: 'quiet' });
  const pictures = element('div', { class: 'strip' });
  const section = element(
    'section',
    { class: 'magnitude' },
    title,
    note,
    zones,
    track,
    slider,
    reading,
    figures,
    pictures,
  );
  let shown: Magnitude | null = null;
  let draw: () => void = () => undefined;
  slider.addEventListener('input', () => draw());
  // The table around it walks its rows by the same keys.
  slider.addEventListener('keydown', (event) => event.stopPropagation());
  return {
    element: section,
    update: ({ judged, host, words }) => {
      const magnitude = judged.closing.magnitudes?.find(({ transform }) => transform === name) ?? null;
      setShown(section, magnitude !== null);
      if (magnitude === null || magnitude === shown) return;
      const isSameScale = shown?.default === magnitude.default && shown.steps.length === magnitude.steps.length;
      shown = magnitude;
      const { steps } = magnitude;
      setText(title, words.strings.magnitudeTitle);
      setText(note, magnitudeSentence(magnitude, words));
      // Another threshold judges the same strengths: the handle stays.
      if (!isSameScale) {
        const judgedAt = steps.findIndex(({ value }) => value === magnitude.default);
        slider.max = String(steps.length - 1);
        slider.value = String(Math.max(0, judgedAt));
      }
      setChildren(
        track,
        steps.map(({ verdict }) => element('span', { class: `strength strength-${verdict}` })),
      );
      setChildren(zones, strengthZones(magnitude, words));
      draw = () => show(magnitude, Number(slider.value), { slider, reading, figures, pictures }, host, words);
      draw();
    },
  };
}

interface Shown {
  readonly slider: HTMLInputElement;
  readonly reading: HTMLElement;
  readonly figures: HTMLElement;
  readonly pictures: HTMLElement;
}

function show(magnitude: Magnitude, at: number, parts: Shown, host: PanelHost, words: Words): void {
  const { strings } = words;
  const { value, pictures } = magnitude.steps[at];
  const figure = settingValue(magnitude, value);
  const { said, figures } = strengthWords(magnitude, at, words);
  setText(parts.reading, said);
  setText(parts.figures, figures);
  setAttribute(parts.slider, 'aria-label', `${strings.magnitudeTitle}: ${magnitude.setting}`);
  setAttribute(parts.slider, 'aria-valuetext', `${said} ${figures}`);
  setChildren(
    parts.pictures,
    pictures.map((file, index) =>
      element(
        'span',
        { class: 'picture' },
        element('img', {
          src: pictureUri(host, file),
          alt: fill(strings.pictureStrength, index + 1, figure),
          decoding: 'async',
        }),
      ),
    ),
  );
}
