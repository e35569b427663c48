import { describe, expect, it } from 'vitest';
import { jointCoverage, pointwiseCoverage } from './simulate';

// A coverage over 1,000 sets has a standard error of 0.7 points, over 400 of 1.1; bench/coverage counts thousands.
const shiftOf = { 0.5: 0, 0.6: 0.36, 0.9: 1.85 };
const setsOf = { 200: 1000, 1000: 400, 2000: 400 };

describe('interval95 of the cross-fitted probe covers in 93–97 of 100 sets', () => {
  const regimes = ([200, 1000, 2000] as const).flatMap((n) =>
    ([0.5, 0.6, 0.9] as const).map((auroc) => ({ n, auroc, sets: setsOf[n] })),
  );
  it.each(regimes)(
    '$n pictures, AUROC about $auroc',
    ({ n, auroc, sets }) => {
      const d = n === 2000 ? 4 : 10;
      const found = pointwiseCoverage({ n, d, pairing: 0.7, shift: shiftOf[auroc] }, sets, 1);
      expect(Math.abs(found.auroc - auroc)).toBeLessThan(0.03);
      expect(found.covered).toBeGreaterThanOrEqual(0.93);
      expect(found.covered).toBeLessThanOrEqual(0.97);
    },
    120_000,
  );

  it('and so where the transform touches only three pictures in ten', () => {
    const { covered } = pointwiseCoverage({ n: 200, d: 10, pairing: 0.7, shift: 1.5, touched: 0.3 }, 1000, 2);
    expect(covered).toBeGreaterThanOrEqual(0.93);
    expect(covered).toBeLessThanOrEqual(0.97);
  }, 120_000);
});

describe('intervalJudged covers 15 transforms at 4 looks at once in at least 95 of 100 sets', () => {
  const shifts = Array.from({ length: 15 }, (_, i) => (i < 8 ? 0 : i < 12 ? 0.4 : 1.9));
  it.each([
    { persistence: 0, name: 'looks that share nothing' },
    { persistence: 0.9, name: 'looks that are much alike' },
  ])(
    '$name',
    ({ persistence }) => {
      const regime = { n: 200, d: 4, pairing: 0.7, shifts, looks: 4, persistence };
      // With the pointwise interval all 60 would hold in one set of ten.
      expect(jointCoverage(regime, 200, 3).covered).toBeGreaterThanOrEqual(0.95);
    },
    120_000,
  );
});
