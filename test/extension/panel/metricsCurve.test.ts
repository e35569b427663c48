import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Metrics } from '../../../src/protocol/events';
import type { MetricsPoint } from '../../../src/protocol/panelState';
import { withMetrics } from '../../../src/extension/panel/metricsCurve';

const metrics = (presentations: number, value: number | null = presentations): Metrics => ({
  type: 'metrics',
  presentations,
  learningRate: 0.05,
  taskLoss: value,
  headsLoss: value ?? 0,
  taskAccuracy: value,
});
const fold = (events: readonly Metrics[]): MetricsPoint[] =>
  events.reduce<MetricsPoint[]>((curve, event) => withMetrics(curve, event), []);

describe('the curve of the metrics', () => {
  it('stays below 513 points for any length, each a mean of equally many events', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6000 }), (length) => {
        const curve = fold(Array.from({ length }, (_, index) => metrics(index + 1)));
        expect(curve.length).toBeLessThanOrEqual(512);
        expect(curve.reduce((sum, { count }) => sum + count, 0)).toBe(length);
        const [first, ...rest] = curve;
        expect(rest.slice(0, -1).every(({ count }) => count === first.count)).toBe(true);
        expect(curve.at(-1)?.presentations).toBe(length);
      }),
      { numRuns: 20 },
    );
  });

  it('averages: the weighted mean of the points is the mean of the events', () => {
    const length = 3000;
    const curve = fold(Array.from({ length }, (_, index) => metrics(index + 1)));
    const sum = curve.reduce((total, { headsLoss, count }) => total + headsLoss * count, 0);
    expect(sum / length).toBeCloseTo((length + 1) / 2, 6);
    expect(curve[0].headsLoss).toBeCloseTo((curve[0].count + 1) / 2, 9);
  });

  it('keeps null where a value is missing', () => {
    const curve = fold(Array.from({ length: 600 }, (_, index) => metrics(index + 1, null)));
    expect(curve.every(({ taskLoss, taskAccuracy }) => taskLoss === null && taskAccuracy === null)).toBe(true);
  });

  it('is superseded from where a resumed run begins again, in thinned curves, too', () => {
    const curve = fold([...Array.from({ length: 2000 }, (_, index) => metrics(index + 1)), metrics(1000, -7)]);
    expect(curve.at(-1)?.presentations).toBe(1000);
    expect(
      curve.every(({ presentations }, index) => index === 0 || presentations > curve[index - 1].presentations),
    ).toBe(true);
  });
});
