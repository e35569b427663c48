import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aurocInterval, judgedAuroc } from '../../src/judge/aurocInterval';
import { pairedDelong } from '../../src/judge/delong';
import { normalQuantile } from '../../src/judge/normalQuantile';
import { createRandom } from '../../src/random/random';

describe('aurocInterval', () => {
  it('is ordered, within 0..1, holds the estimate, mirrors, and widens with z', () => {
    const measured = fc.record({
      auroc: fc.double({ min: 0, max: 1, noNaN: true }),
      standardError: fc.double({ min: 0, max: 0.3, noNaN: true }),
      n: fc.integer({ min: 1, max: 5000 }),
    });
    fc.assert(
      fc.property(measured, (estimate) => {
        const [low, high] = aurocInterval(estimate);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(estimate.auroc);
        expect(high).toBeGreaterThanOrEqual(estimate.auroc);
        expect(high).toBeLessThanOrEqual(1);
        const [mirroredLow, mirroredHigh] = aurocInterval({ ...estimate, auroc: 1 - estimate.auroc });
        expect(mirroredLow).toBeCloseTo(1 - high, 9);
        expect(mirroredHigh).toBeCloseTo(1 - low, 9);
        const { interval95, intervalJudged } = judgedAuroc(estimate, 3.3);
        expect(interval95).toEqual([low, high]);
        expect(intervalJudged[0]).toBeLessThanOrEqual(low);
        expect(intervalJudged[1]).toBeGreaterThanOrEqual(high);
      }),
    );
  });

  it.each([
    { z: 1.96, atLeast: 3.7, atMost: 4.1 },
    { z: 3.33, atLeast: 7.8, atMost: 11.4 },
  ])(
    'does not claim certainty at 0 and 1 (z = $z): wider than the exact binomial $atLeast/n, not by much',
    ({ z, atLeast, atMost }) => {
      for (const n of [100, 200, 2000]) {
        const [low, high] = aurocInterval({ auroc: 1, standardError: 0, n }, z);
        expect(high).toBe(1);
        expect((1 - low) * n).toBeGreaterThan(atLeast);
        expect((1 - low) * n).toBeLessThan(atMost);
        expect(aurocInterval({ auroc: 0, standardError: 0, n }, z)[0]).toBe(0);
      }
    },
  );

  // Scores of a picture's two versions, jointly normal with correlation 0.6. A coverage over 2,000 sets has an error of 0.5 points.
  it.each([0.5, 0.6, 0.8, 0.95])('covers a true AUROC of %s in 93–97 of 100 sets of 200 pictures', (truth) => {
    expect(coverage(truth, 200)).toBeGreaterThan(0.93);
    expect(coverage(truth, 200)).toBeLessThan(0.97);
  });

  it.each([0.99, 0.999])('never covers a true AUROC of %s too rarely', (truth) => {
    expect(coverage(truth, 200)).toBeGreaterThan(0.93);
  });

  it('covers when perfect separation is luck: 1 picture in 300 is told wrongly, 200 are looked at', () => {
    const random = createRandom(5, 'rare');
    const truth = 1 - 1 / 300;
    let covered = 0;
    for (let repeat = 0; repeat < 1000; repeat++) {
      const clean = Array.from({ length: 200 }, () => random.normal(0, 1));
      const transformed = clean.map((score) => score + (random.next() < 1 / 300 ? -100 : 100));
      if (holds(clean, transformed, truth)) covered++;
    }
    expect(covered / 1000).toBeGreaterThan(0.93);
  });
});

function coverage(truth: number, n: number): number {
  const random = createRandom(11, 'coverage', String(truth));
  const shift = Math.SQRT2 * normalQuantile(truth);
  let covered = 0;
  for (let repeat = 0; repeat < 2000; repeat++) {
    const clean = Array.from({ length: n }, () => random.normal(0, 1));
    const transformed = clean.map((score) => shift + 0.6 * score + 0.8 * random.normal(0, 1));
    if (holds(clean, transformed, truth)) covered++;
  }
  return covered / 2000;
}

function holds(clean: number[], transformed: number[], truth: number): boolean {
  const { auroc, variance } = pairedDelong(clean, transformed);
  const [low, high] = aurocInterval({ auroc, standardError: Math.sqrt(variance), n: clean.length });
  return low <= truth && truth <= high;
}
