import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgedZ, pointwiseZ } from '../../src/judge/judgedZ';
import { normalQuantile } from '../../src/judge/normalQuantile';
import reference from './reference/reference.json';

describe('normalQuantile', () => {
  it.each(reference.normalQuantiles)('agrees with scipy at p = $p', ({ p, z }) => {
    expect(Math.abs(normalQuantile(p) - z)).toBeLessThanOrEqual(2e-14 * Math.max(1, Math.abs(z)));
  });

  it('is odd about one half and rises', () => {
    const probability = fc.double({ min: 1e-12, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(probability, (p) => {
        expect(normalQuantile(p)).toBeLessThanOrEqual(0);
        // 1 − p rounds p to 2⁻⁵³, which the far tail magnifies.
        expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), p < 1e-6 ? 4 : 9);
        expect(normalQuantile(p * 0.9)).toBeLessThan(normalQuantile(p));
      }),
    );
  });

  it('is infinite at 0 and 1 and refuses what is no probability', () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    for (const p of [-0.1, 1.1, NaN]) expect(() => normalQuantile(p)).toThrow('A probability lies in 0..1');
  });
});

describe('judgedZ', () => {
  it('is the pointwise z for a single comparison and Šidák’s for many', () => {
    expect(judgedZ({ transforms: 1, looks: 1 })).toBeCloseTo(pointwiseZ, 12);
    const { z, ...looks } = reference.judgedZ;
    expect(judgedZ(looks)).toBeCloseTo(z, 9);
  });

  it('depends on the number of comparisons only', () => {
    expect(judgedZ({ transforms: 3, looks: 2, comparisons: 10 })).toBe(judgedZ({ transforms: 15, looks: 4 }));
    expect(judgedZ({ transforms: 0, looks: 0 })).toBeCloseTo(pointwiseZ, 12);
  });
});
