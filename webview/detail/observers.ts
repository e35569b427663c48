import { dotRow, type RowAxis } from '../../src/report/charts/rowChart';
import type { AloneEvidence, Auroc } from '../../src/protocol/evidence';
import type { PanelStrings } from '../../src/protocol/panelStrings';
import { setDrawing } from '../dom/drawing';
import { element, setShown, setText } from '../dom/element';
import type { JudgedTransform } from '../model/judgedRun';
import { fill } from '../words/fill';
import type { Words } from '../words/words';

interface Observer {
  readonly name: keyof PanelStrings;
  auroc(alone: AloneEvidence): Auroc | null;
}

/** Before a network was trained the probe is the statistics alone. */
const isTrained = ({ network }: AloneEvidence): boolean => network !== null;

const observers: readonly Observer[] = [
  { name: 'observerStatistics', auroc: ({ statistics }) => statistics },
  { name: 'observerNetwork', auroc: ({ network }) => network },
  { name: 'observerProbe', auroc: (alone) => (isTrained(alone) ? alone.probe : null) },
  { name: 'observerHead', auroc: ({ head }) => head },
];

/** The same question asked of several observers, on the axis of the table; the one that decides bears the verdict's mark. */
export function createObservers(): {
  readonly element: HTMLElement;
  update(transform: JudgedTransform, axis: RowAxis, words: Words): void;
} {
  const title = element('h3');
  const note = element('p', { class: 'quiet' });
  const rows = observers.map((observer) => {
    const name = element('span');
    const decides = element('span', { class: 'quiet' });
    const chart = element('td', { class: 'chart-cell', 'aria-hidden': 'true' });
    const value = element('span');
    const range = element('span', { class: 'quiet range' });
    const root = element(
      'tr',
      {},
      element('th', { scope: 'row' }, name, ' ', decides),
      chart,
      element('td', { class: 'number' }, value, ' ', range),
    );
    return { observer, name, decides, chart, value, range, root };
  });
  const table = element('table', { class: 'observers' }, element('tbody', {}, ...rows.map(({ root }) => root)));
  const section = element('section', {}, title, note, table);
  return {
    element: section,
    update: ({ evidence, verdict }, axis, { strings, numbers }) => {
      setShown(section, evidence !== null);
      if (evidence === null) return;
      const { alone } = evidence;
      const decider: Observer['name'] = isTrained(alone) ? 'observerProbe' : 'observerStatistics';
      setText(title, strings.whoCanTell);
      setText(note, fill(strings.whoCanTellNote, numbers.count(alone.n), numbers.decimal(0.5, 1)));
      table.setAttribute('aria-label', strings.whoCanTell);
      for (const row of rows) {
        const seen = row.observer.auroc(alone);
        const isDecider = row.observer.name === decider;
        row.root.hidden = seen === null;
        if (seen === null) continue;
        setText(row.name, strings[row.observer.name]);
        setText(row.decides, isDecider ? strings.observerDecides : '');
        const kind = isDecider ? verdict : 'plain';
        setDrawing(row.chart, dotRow(axis, { value: seen.auroc, interval: seen.intervalJudged, kind }, null));
        setText(row.value, numbers.auroc(seen.auroc));
        setText(row.range, numbers.range(seen.intervalJudged, numbers.auroc));
      }
    },
  };
}
