import { aurocAxis, dotRow, type RowAxis } from '../../src/report/charts/rowChart';
import { aurocScale } from '../../src/report/charts/scale';
import type { Ladder, NegativeControl } from '../../src/protocol/controls';
import { setChildren } from '../dom/children';
import { setDrawing } from '../dom/drawing';
import { element, setShown, setText } from '../dom/element';
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
    update: ({ state, judged, words }) => {
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
        ladder(strings.ladderAppearance, appearance, axis, words),
        ladder(strings.ladderOrientation, orientation, axis, words),
      ]);
    },
  };
}

function negativeWords({ auroc, holds }: NegativeControl, { strings, numbers }: Words): string {
  return fill(holds ? strings.negativeHolds : strings.negativeFails, numbers.decimal(100 * auroc.auroc, 0));
}

function ladder(title: string, { rungs, faintestSeen, required }: Ladder, axis: RowAxis, words: Words): HTMLElement {
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
  );
}

function level(strength: number): string {
  return String(Number(strength.toPrecision(3)));
}
