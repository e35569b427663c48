import { barRow, type RowAxis } from '../../src/report/charts/rowChart';
import { linearScale } from '../../src/report/charts/scale';
import { brokenClasses } from '../../src/judge/rules/brokenClasses';
import type { ClassLabelEvidence, LabelEvidence } from '../../src/protocol/evidence';
import type { PanelRun } from '../../src/protocol/panelState';
import { setChildren } from '../dom/children';
import { setDrawing } from '../dom/drawing';
import { element, setShown, setText } from '../dom/element';
import type { JudgedTransform } from '../model/judgedRun';
import { createButton } from '../ui/button';
import { classWords } from '../words/labels';
import { fill } from '../words/fill';
import type { Words } from '../words/words';

/** Rows shown before "Show all". */
const first = 6;

const axis: RowAxis = { scale: linearScale([0, 1]), lines: [{ value: 0.5, kind: 'threshold' }] };

/** Which classes change under the transform, the most changed first; the line marks one half. */
export function createClassTable(id: string): {
  readonly element: HTMLElement;
  update(transform: JudgedTransform, run: PanelRun, words: Words): void;
} {
  const title = element('h3', { id: `${id}-classes` });
  const most = element('p', { class: 'quiet' });
  const heads = [
    element('th', { scope: 'col' }),
    element('th', { scope: 'col', colspan: 2 }),
    element('th', { scope: 'col' }),
  ];
  const body = element('tbody');
  const table = element(
    'table',
    { class: 'class-table', 'aria-labelledby': `${id}-classes` },
    element('thead', {}, element('tr', {}, ...heads)),
    body,
  );
  let showsAll = false;
  let again: () => void = () => undefined;
  const more = createButton(() => {
    showsAll = !showsAll;
    again();
  });
  const section = element('section', { class: 'classes' }, title, most, table, more.element);
  let shown: LabelEvidence | null = null;

  const draw = (labels: LabelEvidence, { dataset }: PanelRun, words: Words): void => {
    const { strings, numbers } = words;
    const rows = mostChangedFirst(labels);
    const broken = brokenClasses(labels);
    setText(title, strings.labelsByClass);
    setText(heads[0], strings.columnClass);
    setText(heads[1], strings.columnChanged);
    setText(heads[2], strings.columnBecame);
    setShown(section, rows.length > 0);
    const [worst] = rows;
    setText(
      most,
      worst
        ? fill(
            strings.labelsByClassMost,
            classWords(worst, dataset.classes, strings.classOutcome),
            numbers.share(worst.changed / worst.n, 0),
          )
        : '',
    );
    setChildren(
      body,
      (showsAll ? rows : rows.slice(0, first)).map((one) =>
        classRow(one, { classes: dataset.classes, isBroken: broken.includes(one) }, words),
      ),
    );
    more.update({
      label: showsAll ? strings.showFewerClasses : fill(strings.showAllClasses, rows.length),
      shown: rows.length > first,
    });
  };

  return {
    element: section,
    update: ({ evidence }, run, words) => {
      const labels = evidence?.labels ?? null;
      setShown(section, labels !== null);
      if (labels === null || labels === shown) return;
      shown = labels;
      again = () => draw(labels, run, words);
      again();
    },
  };
}

function mostChangedFirst({ perClass }: LabelEvidence): ClassLabelEvidence[] {
  return perClass.filter(({ n }) => n > 0).sort((a, b) => b.changed / b.n - a.changed / a.n);
}

function classRow(
  one: ClassLabelEvidence,
  { classes, isBroken }: { classes: readonly string[]; isBroken: boolean },
  { strings, numbers }: Words,
): HTMLElement {
  const chart = element('td', { class: 'chart-cell', 'aria-hidden': 'true' });
  setDrawing(chart, barRow(axis, { from: 0, to: one.changed / one.n, interval: one.intervalJudged }, null));
  const became = one.became
    ? [
        element('span', { class: 'class-name' }, classes[one.became.class] ?? String(one.became.class)),
        ' ',
        element('span', { class: 'quiet' }, numbers.share(one.became.count / one.changed, 0)),
      ]
    : [];
  return element(
    'tr',
    { class: isBroken ? 'broken' : null },
    element(
      'th',
      { scope: 'row' },
      element('span', { class: 'class-name' }, classWords(one, classes, strings.classOutcome)),
    ),
    chart,
    element(
      'td',
      { class: 'number' },
      numbers.share(one.changed / one.n, 0),
      ' ',
      element('span', { class: 'quiet' }, fill(strings.ofCount, numbers.count(one.n))),
    ),
    element('td', {}, ...became),
  );
}
