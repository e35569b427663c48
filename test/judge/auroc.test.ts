import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auroc } from '../../src/judge/auroc';
import { delong, pairedDelong } from '../../src/judge/delong';
import reference from './reference/reference.json';

const scores = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 40 });

describe('auroc', () => {
  it.each(reference.aurocs)('agrees with scikit-learn: $name', ({ negatives, positives, auroc: expected }) => {
    expect(auroc(negatives, positives)).toBeCloseTo(expected, 12);
  });

  it('lies in 0..1, mirrors when the sides swap, and ignores monotone maps of the scores', () => {
    fc.assert(
      fc.property(scores, scores, (negatives, positives) => {
        const value = auroc(negatives, positives);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(auroc(positives, negatives)).toBeCloseTo(1 - value, 12);
        const rising = (x: number): number => Math.exp(x / 7) + x ** 3;
        expect(auroc(negatives.map(rising), positives.map(rising))).toBe(value);
        expect(
          auroc(
            negatives.map((x) => -x),
            positives.map((x) => -x),
          ),
        ).toBeCloseTo(1 - value, 12);
      }),
    );
  });

  it('counts pairs as its definition says', () => {
    fc.assert(
      fc.property(scores, scores, (negatives, positives) => {
        const wins = positives.flatMap((p) => negatives.map((n) => (p > n ? 1 : p === n ? 0.5 : 0) as number));
        const share = wins.reduce((sum, win) => sum + win, 0) / wins.length;
        expect(auroc(negatives, positives)).toBeCloseTo(share, 12);
      }),
    );
  });

  it('refuses an empty side and scores that are not numbers', () => {
    expect(() => auroc([], [1])).toThrow('pictures on both sides');
    expect(() => auroc([1], [])).toThrow('pictures on both sides');
    expect(() => auroc([1, NaN], [1])).toThrow('NaN');
    expect(() => auroc([1], [NaN])).toThrow('NaN');
  });
});

describe('delong', () => {
  // The reference computes in single precision.
  it.each(reference.aurocs)('agrees with confidenceinterval: $name', ({ negatives, positives, variance }) => {
    expect(Math.abs(delong(negatives, positives).variance - variance)).toBeLessThanOrEqual(1e-5 * variance);
  });
});

describe('pairedDelong', () => {
  it.each(reference.pairedBootstrap)(
    'agrees with a bootstrap over pictures',
    ({ clean, transformed, auroc: expected, variance }) => {
      const estimate = pairedDelong(clean, transformed);
      expect(estimate.auroc).toBeCloseTo(expected, 10);
      expect(estimate.variance / variance).toBeGreaterThan(0.93);
      expect(estimate.variance / variance).toBeLessThan(1.07);
    },
  );

  it('sees that pairing matters: the same picture on both sides leaves no error', () => {
    const values = Array.from({ length: 50 }, (_, i) => i);
    expect(pairedDelong(values, values).auroc).toBeCloseTo(0.5, 12);
    expect(pairedDelong(values, values).variance).toBeCloseTo(0, 12);
    expect(delong(values, values).variance).toBeGreaterThan(0.001);
  });

  it('refuses sides of different length', () => {
    expect(() => pairedDelong([1, 2], [1])).toThrow('both versions of each picture, got 2 and 1');
  });
});
