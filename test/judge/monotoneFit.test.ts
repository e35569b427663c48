import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isotonicFit, risingIntervals } from '../../src/judge/monotoneFit';
import { createRandom } from '../../src/random/random';

interface Row {
  readonly values: readonly number[];
  readonly weights: readonly number[];
  readonly fitted: readonly number[];
}

const reference = JSON.parse(readFileSync(resolve(__dirname, 'reference/isotonic.json'), 'utf8')) as Row[];
const levels = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 5 });

describe('isotonicFit', () => {
  it.each(reference)('equals scikit-learn for $values.length values', ({ values, weights, fitted }) => {
    isotonicFit(values, weights).forEach((value, i) => expect(value).toBeCloseTo(fitted[i], 12));
  });

  it('is the best of all rising sequences, by trying them all on a grid', () => {
    const error = (values: readonly number[], weights: readonly number[], fit: readonly number[]): number =>
      values.reduce((sum, value, i) => sum + weights[i] * (value - fit[i]) ** 2, 0);
    const risingFrom = (lowest: number, length: number): number[][] =>
      length === 0
        ? [[]]
        : Array.from({ length: 13 - lowest }, (_, k) => lowest + k).flatMap((first) =>
            risingFrom(first, length - 1).map((rest) => [first, ...rest]),
          );
    fc.assert(
      fc.property(levels, fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 5, maxLength: 5 }), (values, some) => {
        const weights = some.slice(0, values.length);
        const fit = isotonicFit(values, weights);
        fit.slice(1).forEach((value, i) => expect(value).toBeGreaterThanOrEqual(fit[i]));
        const best = error(values, weights, fit);
        for (const halves of risingFrom(0, values.length)) {
          const other = halves.map((half) => half / 2);
          expect(error(values, weights, other)).toBeGreaterThanOrEqual(best - 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leaves what rises as it is, and refuses weights that do not fit', () => {
    expect(isotonicFit([0.5, 0.5, 0.7])).toEqual([0.5, 0.5, 0.7]);
    expect(isotonicFit([])).toEqual([]);
    expect(() => isotonicFit([1, 2], [1])).toThrow('a weight for each value');
  });
});

describe('risingIntervals', () => {
  const equally = (...intervals: (readonly [number, number])[]) =>
    risingIntervals(intervals.map((interval) => ({ interval, n: 1000 })));

  it('takes lower ends along and upper ends back', () => {
    expect(equally([0.5, 0.7], [0.4, 0.6], [0.55, 0.9])).toEqual([
      [0.5, 0.6],
      [0.5, 0.6],
      [0.55, 0.9],
    ]);
  });

  it('gives back what contradicts the order', () => {
    const contrary = [[0.7, 0.8] as const, [0.5, 0.6] as const];
    expect(equally(...contrary)).toEqual(contrary);
  });

  it('concludes nothing from a stronger step that was measured on fewer pictures, nor from a milder one on more', () => {
    const measured = [
      { interval: [0.6, 0.8] as const, n: 1000 },
      { interval: [0.5, 0.7] as const, n: 300 },
      { interval: [0.55, 0.75] as const, n: 2000 },
    ];
    expect(risingIntervals(measured)).toEqual([
      [0.6, 0.75],
      [0.5, 0.7],
      [0.6, 0.75],
    ]);
  });

  it('holds all true values whenever the given intervals do', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 }),
        fc.integer(),
        (given, seed) => {
          const random = createRandom(seed);
          const truth = [...given].sort((a, b) => a - b);
          const intervals = equally(
            ...truth.map((value) => [value - random.uniform(0, 0.2), value + random.uniform(0, 0.2)] as const),
          );
          intervals.forEach(([low, high], i) => {
            expect(low).toBeLessThanOrEqual(truth[i]);
            expect(high).toBeGreaterThanOrEqual(truth[i]);
          });
        },
      ),
    );
  });
});
