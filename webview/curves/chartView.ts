import { lineChart } from '../../src/report/charts/lineChart';
import { setDrawing } from '../dom/drawing';
import { element, setAttribute, setShown, setText } from '../dom/element';
import { setChildren } from '../dom/children';
import type { PageActions } from '../pageView';
import type { Words } from '../words/words';
import { nearestReading, readings, type Curve, type Reading } from './curve';
import { createNumbersTable } from './numbersTable';

/** A chart whose values can be read by pointer and keyboard, and as a table. */
export interface ChartView {
  readonly element: HTMLElement;
  update(curve: Curve | null, words: Words): void;
}

export function createChartView(className: string, { say }: Pick<PageActions, 'say'>): ChartView {
  const title = element('h3');
  const note = element('p', { class: 'quiet' });
  const drawing = element('div', { class: 'drawing' });
  const guide = element('div', { class: 'guide', 'aria-hidden': 'true' });
  const readout = element('div', { class: 'readout', 'aria-hidden': 'true' });
  const plot = element('div', { class: 'plot', tabindex: 0, role: 'group' }, drawing, guide, readout);
  const numbers = createNumbersTable();
  const root = element(
    'figure',
    { class: `curve ${className}` },
    element('figcaption', {}, title, note),
    plot,
    numbers.element,
  );
  let curve: Curve | null = null;
  let all: readonly Reading[] = [];
  let at: number | null = null;

  const show = (index: number | null): void => {
    at = index;
    const reading = index === null ? undefined : all[index];
    root.classList.toggle('reading', reading !== undefined);
    if (!reading || !curve) return;
    const place = curve.chart.x.at(reading.x);
    guide.style.setProperty('left', `${place.toFixed(3)}%`);
    // Left of the line where it would run out of the plot on the right.
    readout.classList.toggle('left', place > 55);
    readout.style.setProperty(place > 55 ? 'right' : 'left', `${(place > 55 ? 100 - place : place).toFixed(3)}%`);
    readout.style.removeProperty(place > 55 ? 'left' : 'right');
    setChildren(readout, readoutLines(reading, curve));
  };

  plot.addEventListener('pointermove', (event) => {
    if (!curve || all.length === 0) return;
    const box = plot.getBoundingClientRect();
    show(nearestReading(all, (event.clientX - box.left) / box.width, curve.chart));
  });
  plot.addEventListener('pointerleave', () => show(null));
  plot.addEventListener('blur', () => show(null));
  plot.addEventListener('keydown', (event) => {
    const last = all.length - 1;
    const next = { ArrowLeft: (at ?? last + 1) - 1, ArrowRight: (at ?? -1) + 1, Home: 0, End: last }[event.key];
    if (event.key === 'Escape') show(null);
    if (next === undefined || !curve || last < 0) return;
    event.preventDefault();
    show(Math.min(last, Math.max(0, next)));
    const reading = all[at ?? 0];
    const { nameX, valueY } = curve;
    say(`${nameX(reading.x)}: ${reading.values.map(({ name, y }) => `${name} ${valueY(y)}`).join(', ')}`);
  });

  return {
    element: root,
    update: (next, words) => {
      setShown(root, next !== null);
      if (next === null) return;
      curve = next;
      all = readings(next.chart);
      setText(title, next.title);
      setText(note, next.note);
      setAttribute(plot, 'aria-label', next.chart.description);
      setDrawing(drawing, lineChart(next.chart));
      if (at !== null) show(Math.min(at, all.length - 1));
      numbers.update(next, all, words);
    },
  };
}

function readoutLines({ x, values }: Reading, { nameX, valueY }: Curve): HTMLElement[] {
  return [
    element('div', { class: 'readout-head' }, nameX(x)),
    ...values.map(({ name, y }) =>
      element('div', { class: 'readout-line' }, element('span', {}, name), element('span', {}, valueY(y))),
    ),
  ];
}
