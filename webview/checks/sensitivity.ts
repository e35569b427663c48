import { faintestSeen } from '../../src/judge/ladder';
import { hundredth } from '../../src/judge/words';
import { aurocAxis, dotRow, type RowAxis } from '../../src/report/charts/rowChart';
import { aurocScale } from '../../src/report/charts/scale';
import { shownRung, type Ladder, type NegativeControl } from '../../src/protocol/controls';
import type { PanelHost } from '../../src/protocol/panelMessages';
import { setChildren } from '../dom/children';
import { setDrawing } from '../dom/drawing';
import { element, setShown, setText } from '../dom/element';
import { pictureUri } from '../gallery/pictures';
import type { Part, RunView } from '../pageView';
import { aurocFigure } from '../words/figures';
import { fill } from '../words/fill';
import type { Words } from '../words/words';

/** What the detector could have seen: marks at falling strengths, and a label without effect. */
export function createSensitivity(): Part<RunView> {
  const title = element('h3');
  const note = element('p', { class: 'quiet' });
  const caveat = element('p', { class: 'quiet' });
  const negative = element('p');
  const tables = element('div', { class: 'ladders' });
  const section = element('section', {}, title, note, caveat, negative, tables);
  return {
    element: section,
    update: ({ state, host, judged, words }) => {
      const controls = state.evaluations.at(-1)?.controls ?? null;
      setShown(section, controls !== null);
      if (controls === null) return;
      // What was seen follows the threshold; the run noted it for its own.
      const under = (one: Ladder): Ladder => ({ ...one, faintestSeen: faintestSeen(one.rungs, judged.threshold) });
      const [appearance, orientation] = [under(controls.appearance), under(controls.orientation)];
      const { strings } = words;
      const drawn = [...appearance.rungs, ...orientation.rungs].flatMap((rung) => rung.auroc.intervalJudged);
      const axis = aurocAxis(aurocScale(drawn), judged.threshold, 'safe');
      setText(title, strings.sensitivityTitle);
      setText(note, strings.sensitivityNote);
      setText(caveat, strings.sensitivityCaveat);
      setShown(caveat, appearance.faintestSeen !== null || orientation.faintestSeen !== null);
      setText(negative, negativeWords(controls.negative, words));
      setChildren(tables, [
        ladder(strings.ladderAppearance, appearance, axis, { host, words }),
        ladder(strings.ladderOrientation, orientation, axis, { host, words }),
      ]);
    },
  };
}

function negativeWords({ auroc, holds, n }: NegativeControl, words: Words): string {
  const { negativeHolds, negativeFails } = words.strings;
  return `${fill(holds ? negativeHolds : negativeFails, hundredth(auroc.auroc))} ${aurocFigure(auroc, n, words)}`;
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
  const pictures = fill(strings.whoCanTellNote, numbers.count(rungs[0]?.n ?? 0), numbers.decimal(0.5, 1));
  const rows = rungs.map(({ strength, auroc }) => {
    const chart = element('td', { class: 'chart-cell', 'aria-hidden': 'true' });
    setDrawing(chart, dotRow(axis, { value: auroc.auroc, interval: auroc.intervalJudged, kind: 'plain' }, null));
    const askedFor = strength === required ? element('span', { class: 'quiet' }, ` ${strings.ladderAskedFor}`) : null;
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, fill(strings.ladderLevel, level(strength)), askedFor),
      chart,
      element(
        'td',
        { class: 'number' },
        `${numbers.auroc(auroc.auroc)} `,
        element('span', { class: 'quiet range' }, numbers.range(auroc.intervalJudged, numbers.auroc)),
      ),
    );
  });
  return element(
    'div',
    {},
    element('h4', {}, title),
    element('p', { class: 'quiet' }, seen),
    element('p', { class: 'quiet' }, pictures),
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
