import type { LineChart } from '../../src/report/charts/lineChart';

/** One chart with its words and numbers. */
export interface Curve {
  readonly title: string;
  readonly note: string;
  readonly chart: LineChart;
  /** How an x value is called in words. */
  nameX(x: number): string;
  /** How a y value is written where it is read out. */
  valueY(y: number): string;
}

export interface Reading {
  readonly x: number;
  readonly values: readonly { readonly name: string; readonly y: number }[];
}

/** All values of all series at the x values where any has one, ascending in x; the highest value first. */
export function readings({ series }: Pick<LineChart, 'series'>): Reading[] {
  const byX = new Map<number, { name: string; y: number }[]>();
  for (const { name, points } of series) {
    for (const { x, y } of points) byX.set(x, [...(byX.get(x) ?? []), { name, y }]);
  }
  return [...byX].map(([x, values]) => ({ x, values: values.sort((a, b) => b.y - a.y) })).sort((a, b) => a.x - b.x);
}

/** Index of the reading nearest to a place across the chart (0..1). */
export function nearestReading(all: readonly Reading[], place: number, { x: scale }: Pick<LineChart, 'x'>): number {
  const distance = ({ x }: Reading): number => Math.abs(scale.at(x) - 100 * place);
  return all.reduce((best, reading, index) => (distance(reading) < distance(all[best]) ? index : best), 0);
}
