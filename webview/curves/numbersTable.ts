import { setChildren } from '../dom/children';
import { element, setText } from '../dom/element';
import type { Words } from '../words/words';
import type { Curve, Reading } from './curve';

/** Rows of the table at most; a long run's curve is told by every n-th of its points. */
const mostRows = 40;

/** The numbers of a chart, folded away until somebody asks. */
export function createNumbersTable(): {
  readonly element: HTMLElement;
  update(curve: Curve, all: readonly Reading[], words: Words): void;
} {
  const summary = element('summary');
  const box = element('div', { class: 'numbers', tabindex: 0, role: 'region' });
  const root = element('details', {}, summary, box);
  let draw: () => void = () => undefined;
  root.addEventListener('toggle', () => draw());
  return {
    element: root,
    update: (curve, all, { strings }) => {
      setText(summary, strings.showNumbers);
      box.setAttribute('aria-label', `${strings.showNumbers}: ${curve.title}`);
      draw = () => {
        if (root.open) setChildren(box, [tableOf(curve, all, strings.columnPresentations)]);
      };
      draw();
    },
  };
}

function tableOf({ chart, nameX, valueY }: Curve, all: readonly Reading[], presentations: string): HTMLElement {
  const names = chart.series.map(({ name }) => name);
  const every = Math.ceil(all.length / mostRows);
  const rows = all.filter((_, index) => index % every === 0 || index === all.length - 1);
  return element(
    'table',
    { class: 'plain-table' },
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col' }, presentations),
        ...names.map((name) => element('th', { scope: 'col', class: 'number' }, name)),
      ),
    ),
    element(
      'tbody',
      {},
      ...rows.map(({ x, values }) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, nameX(x)),
          ...names.map((name) => {
            const value = values.find((one) => one.name === name);
            return element('td', { class: 'number' }, value ? valueY(value.y) : '');
          }),
        ),
      ),
    ),
  );
}
