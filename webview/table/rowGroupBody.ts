import { emptyRow } from '../../src/report/charts/rowChart';
import type { Family, Verdict } from '../../src/protocol/vocabulary';
import { setDrawing } from '../dom/drawing';
import { element, setShown, setText } from '../dom/element';
import type { RowGroup } from '../model/rowGroups';
import type { RunView } from '../pageView';
import { fill } from '../words/fill';
import { familyTitle, verdictTitle } from '../words/vocabulary';
import type { ColumnAxes } from './columnAxes';

/** The rows under one heading; the axis' lines run through the heading, too. */
export interface RowGroupBody {
  readonly element: HTMLTableSectionElement;
  readonly heading: HTMLTableRowElement;
  update(group: RowGroup, view: RunView, axes: ColumnAxes): void;
}

export function createRowGroupBody(): RowGroupBody {
  const title = element('b');
  const meaning = element('span', { class: 'quiet' });
  const axis = element('td', { class: 'chart-cell auroc-chart-cell', role: 'cell' });
  const heading = element(
    'tr',
    { class: 'group-row', role: 'row' },
    element('th', { colspan: 3, scope: 'rowgroup', role: 'rowheader' }, title, ' ', meaning),
    axis,
    element('td', { colspan: 4, role: 'cell' }),
  );
  return {
    element: element('tbody', { role: 'rowgroup' }),
    heading,
    update: ({ key, rows }, view, { auroc }) => {
      setShown(heading, key !== null);
      if (key === null) return;
      const { strings } = view.words;
      setText(title, strings[isVerdict(key) ? verdictTitle[key] : familyTitle[key]]);
      const safe = rows.filter(({ verdict }) => verdict === 'safe').length;
      setText(
        meaning,
        isVerdict(key) ? `${rows.length}: ${meaningOf(key, view)}` : fill(strings.familySafe, safe, rows.length),
      );
      setDrawing(axis, emptyRow(auroc));
    },
  };
}

function isVerdict(key: Verdict | Family): key is Verdict {
  return key in verdictTitle;
}

function meaningOf(verdict: Verdict, { words: { strings }, run, judged }: RunView): string {
  // Labels are checked from the first evaluation of a trained network on.
  const labelsChecked = run.dataset.task !== 'none' && judged.presentations !== 0;
  switch (verdict) {
    case 'safe':
      return labelsChecked ? strings.meaningSafe : strings.meaningSafeUnlabelled;
    case 'undecided':
      return judged.tooEarly ? strings.meaningUndecidedEarly : strings.meaningUndecided;
    case 'shifting':
      return labelsChecked ? strings.meaningShifting : strings.meaningShiftingUnlabelled;
    case 'harmful':
      return strings.meaningHarmful;
  }
}
