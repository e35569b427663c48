import { aurocAxis, dotRow, type RowAxis } from '../../src/report/charts/rowChart';
import { aurocScale } from '../../src/report/charts/scale';
import { shownRung, type Ladder, type NegativeControl } from '../../src/protocol/controls';
import type { PanelHost } from '../../src/protocol/panelMessages';
import { setChildren } from '../dom/children';
import { setDrawing } from '../dom/drawing';
import { element, setShown, setText } from '../dom/element';
import { pictureUri } from '../gallery/pictures';
import type { Part, RunView } from '../pageView';
import { fill } from '../words/fill';
import type { Words } from '../words/words';

/** What the detector could have seen: marks at falling strengths, and a label without effect. */
export function createSensitivity(): Part<RunView> {
  const title = element('h3');
  const note = element('p', { class: 'quiet' });
  const negative = element('p');
  const tables = element('div', { class: 'ladders' });
  const section = element('section', {}, title, note, negative, tables);
  return {
    element: section,
    update: ({ state, host, judged, words }) => {
      const controls = state.evaluations.at(-1)?.controls ?? null;
      setShown(section, controls !== null);
      if (controls === null) return;
      const { appearance, orientation } = controls;
      const { strings } = words;
      const drawn = [...appearance.rungs, ...orientation.rungs].flatMap((rung) => rung.auroc.intervalJudged);
      const axis = aurocAxis(aurocScale(drawn), judged.threshold, 'safe');
      setText(title, strings.sensitivityTitle);
      setText(note, strings.sensitivityNote);
      setText(negative, negativeWords(controls.negative, words));
      setChildren(tables, [
        ladder(strings.ladderAppearance, appearance, axis, { host, words }),
        ladder(strings.ladderOrientation, orientation, axis, { host, words }),
      ]);
    },
  };
}

function negativeWords({ auroc, holds }: NegativeControl, { strings, numbers }: Words): string {
  return fill(holds ? strings.negativeHolds : strings.negativeFails, numbers.decimal(100 * auroc.auroc, 0));
}

function ladder(
  title: string,
  ladder: Ladder,
  axis: RowAxis,
  { host, words }: Pick<RunView, 'host' | 'words'>,
): HTMLElement {
  const { rungs, faintestSeen, required } = ladder;
  const { strings, numbers } = words;
  const strongest = Math.max(...rungs.map(({ strength }) => strength));
  const seen =
    faintestSeen === null
      ? fill(strings.ladderNotSeen, level(strongest), level(required))
      : fill(strings.ladderSeen, level(faintestSeen), level(required));
  const rows = rungs.map(({ strength, auroc }) => {
    const chart = element('td', { class: 'chart-cell', 'aria-hidden': 'true' });
    setDrawing(chart, dotRow(axis, { value: auroc.auroc, interval: auroc.intervalJudged, kind: 'plain' }, null));
    const askedFor = strength === required ? element('span', { class: 'quiet' }, ` ${strings.ladderAskedFor}`) : null;
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, fill(strings.ladderLevel, level(strength)), askedFor),
      chart,
      element('td', { class: 'number' }, numbers.auroc(auroc.auroc)),
    );
  });
  return element(
    'div',
    {},
    element('h4', {}, title),
    element('p', { class: 'quiet' }, seen),
    element('table', { class: 'observers', 'aria-label': title }, element('tbody', {}, ...rows)),
    markPictures(ladder, host, words),
  );
}

/** The faintest mark that it saw, for the reader to try. */
function markPictures(ladder: Ladder, host: PanelHost, { strings }: Words): HTMLElement | null {
  const rung = shownRung(ladder);
  if (!rung) return null;
  const said = ladder.faintestSeen === null ? strings.markNotSeen : strings.markSeen;
  return element(
    'figure',
    { class: 'mark-pictures' },
    element(
      'div',
      { class: 'strip' },
      ...rung.pictures.map((file, index) =>
        element('img', { src: pictureUri(host, file), alt: fill(strings.markPicture, index + 1), decoding: 'async' }),
      ),
    ),
    element('figcaption', { class: 'quiet' }, fill(said, level(rung.strength))),
  );
}

function level(strength: number): string {
  return String(Number(strength.toPrecision(3)));
}
