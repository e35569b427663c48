import { axisRow } from '../../src/report/charts/rowChart';
import { setDrawing } from '../dom/drawing';
import { element, setText } from '../dom/element';
import type { PageActions, RunView } from '../pageView';
import type { ColumnAxes } from './columnAxes';
import { createSortHead } from './sortHead';
import { createThresholdSlider } from './thresholdSlider';

/** Heads of the columns, with the axis that the rows share and the threshold's handle on it. */
export function createTableHead(actions: PageActions): {
  readonly element: HTMLTableSectionElement;
  update(view: RunView, axes: ColumnAxes): void;
} {
  const axis = element('div', { class: 'axis', 'aria-hidden': 'true' });
  const slider = createThresholdSlider(actions);
  const name = createSortHead('name', 'name-cell', actions);
  const detectability = createSortHead('detectability', 'auroc-chart-cell', actions, [
    element('div', { class: 'axis-box' }, axis, slider.element),
  ]);
  const labels = createSortHead('labels', 'labels-cell', actions);
  const falseAlarms = createSortHead('falseAlarms', 'paper-cell false-alarms-cell', actions);
  const accuracy = createSortHead('accuracy', 'paper-cell accuracy-cell', actions);
  const verdict = plainHead('verdict-cell');
  const pictures = plainHead('pictures-cell');
  const auroc = plainHead('auroc-cell');
  const decides = groupHead(3, 'decides');
  const paper = groupHead(2, 'paper-cell');
  const groups = element(
    'tr',
    { class: 'column-groups', role: 'row' },
    element('td', { colspan: 3, role: 'cell' }),
    decides.head,
    paper.head,
  );
  const heads = element(
    'tr',
    { class: 'column-heads', role: 'row' },
    name.element,
    verdict,
    pictures,
    detectability.element,
    auroc,
    labels.element,
    falseAlarms.element,
    accuracy.element,
  );
  return {
    element: element('thead', { role: 'rowgroup' }, groups, heads),
    update: (view, { auroc: axisOfRows }) => {
      const { strings, numbers } = view.words;
      setText(decides.text, strings.groupDecides);
      setText(paper.text, strings.groupPaper);
      name.update(strings.columnTransform, view);
      setText(verdict, strings.columnVerdict);
      setText(pictures, strings.columnPictures);
      detectability.update(strings.columnDetectable, view);
      setText(auroc, strings.columnAuroc);
      labels.update(strings.columnLabels, view);
      falseAlarms.update(strings.columnFalseAlarms, view);
      accuracy.update(strings.columnAccuracy, view);
      const [low, high] = axisOfRows.scale.domain;
      // The handle's line would cross out a number below it; one beside "0.5 guess" would run into it on a wide axis.
      const isLeftOut = (tick: number): boolean =>
        Math.abs(tick - view.judged.threshold) < 0.025 || (tick !== 0.5 && Math.abs(tick - 0.5) < 0.17 * (high - low));
      const tickName = (tick: number): string =>
        isLeftOut(tick) ? '' : `${numbers.decimal(tick, 1)}${tick === 0.5 ? ` ${strings.guess}` : ''}`;
      setDrawing(axis, axisRow(axisOfRows, tickName));
      slider.update(view, axisOfRows.scale);
    },
  };
}

function plainHead(className: string): HTMLTableCellElement {
  return element('th', { class: className, scope: 'col', role: 'columnheader' });
}

function groupHead(columns: number, className: string): { head: HTMLTableCellElement; text: HTMLElement } {
  const text = element('span', { class: 'quiet' });
  const head = element(
    'th',
    { class: `column-group ${className}`, colspan: columns, scope: 'colgroup', role: 'columnheader' },
    text,
  );
  return { head, text };
}
