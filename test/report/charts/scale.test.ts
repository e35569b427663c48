import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aurocScale, linearScale, niceScale, presentationsScale } from '../../../src/report/charts/scale';

describe('linear scale', () => {
  it('maps its domain to 0..100 and holds what lies outside at the ends', () => {
    const scale = linearScale([0.4, 1]);
    expect([0.4, 0.7, 1, 0, 2].map(scale.at)).toEqual([0, 50 - 0, 100, 0, 100].map((at) => expect.closeTo(at, 9)));
  });

  it('refuses a domain that does not rise', () => {
    expect(() => linearScale([1, 1])).toThrow('A scale needs a domain that rises, not [1, 1].');
  });
});

it('a nice scale holds every value between round ends', () => {
  expect(niceScale([0, 0.19]).ticks).toEqual([0, 0.05, 0.1, 0.15, 0.2]);
  expect(niceScale([0.31, 2.2], 3).ticks).toEqual([0, 1, 2, 3]);
  expect(niceScale([]).domain).toEqual([0, 1]);
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
      const { domain, ticks } = niceScale(values);
      const slack = 1e-6 * Math.max(1, ...values.map(Math.abs));
      expect(domain[0]).toBeLessThanOrEqual(Math.min(...values) + slack);
      expect(domain[1]).toBeGreaterThanOrEqual(Math.max(...values) - slack);
      expect(ticks.length).toBeLessThan(9);
    }),
    { numRuns: 1000 },
  );
});

it('the AUROC scale starts at 0.4, or a tenth below what is drawn', () => {
  expect(aurocScale([0.52, 0.9]).domain).toEqual([0.4, 1]);
  expect(aurocScale([0.37]).domain).toEqual([0.3, 1]);
  expect(aurocScale([0.4]).domain).toEqual([0.4, 1]);
  expect(aurocScale([0]).ticks).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
});

it('presentations stand one step a doubling apart, the screening a step before the first', () => {
  const scale = presentationsScale([0, 8000, 16_000, 64_000]);
  expect([0, 8000, 16_000, 32_000, 64_000].map(scale.at)).toEqual([0, 25, 50, 75, 100]);
  expect(presentationsScale([8000]).at(8000)).toBe(50);
});
