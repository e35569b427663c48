import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../src/judge/wilson';
import reference from './reference/reference.json';

describe('wilsonInterval', () => {
  it.each(reference.wilson)(
    'agrees with statsmodels for $successes of $n at z = $z',
    ({ successes, n, z, interval }) => {
      const [low, high] = wilsonInterval(successes, n, z);
      expect(low).toBeCloseTo(interval[0], 12);
      expect(high).toBeCloseTo(interval[1], 12);
    },
  );

  it('is ordered, within 0..1, holds the estimate and widens with z', () => {
    const counts = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, fc.double({ min: 0.1, max: 6, noNaN: true }), ([successes, n], z) => {
        const [low, high] = wilsonInterval(successes, n, z);
        const [wideLow, wideHigh] = wilsonInterval(successes, n, 1.5 * z);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1 + 1e-12);
        expect(low).toBeLessThanOrEqual(successes / n);
        expect(high).toBeGreaterThanOrEqual(successes / n);
        expect(wideLow).toBeLessThanOrEqual(low);
        expect(wideHigh).toBeGreaterThanOrEqual(high);
      }),
    );
  });

  it('knows nothing from nothing and refuses impossible counts', () => {
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
    expect(() => wilsonInterval(3, 2)).toThrow('0 ≤ successes ≤ n');
    expect(() => wilsonInterval(NaN, 2)).toThrow('0 ≤ successes ≤ n');
  });
});
