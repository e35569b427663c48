import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learningRateOf, planTraining } from '../../src/learn/trainingPlan';

const quick = planTraining({
  presentations: 64_000,
  batchSize: 64,
  evaluations: [8_000, 16_000, 32_000, 64_000],
  learningRate: 0.05,
});

describe('planTraining', () => {
  it('keeps the named budgets as they are', () => {
    expect(quick.presentations).toBe(64_000);
    expect(quick.evaluations).toEqual([8_000, 16_000, 32_000, 64_000]);
  });

  it('puts every evaluation between two steps, in order, with the end as the last', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300_000 }),
        fc.integer({ min: 1, max: 256 }),
        fc.array(fc.integer({ min: 1, max: 300_000 }), { maxLength: 6 }),
        (presentations, batchSize, points) => {
          const evaluations = [...points].sort((a, b) => a - b);
          const plan = planTraining({ presentations, batchSize, evaluations, learningRate: 0.1 });
          expect(plan.presentations).toBeGreaterThanOrEqual(presentations);
          expect(plan.presentations - presentations).toBeLessThan(batchSize);
          expect(plan.evaluations.every((point) => point % batchSize === 0)).toBe(true);
          expect([...plan.evaluations].sort((a, b) => a - b)).toEqual(plan.evaluations);
          expect(plan.evaluations.at(-1)).toBe(plan.presentations);
        },
      ),
    );
  });
});

describe('learningRateOf', () => {
  it('warms up over a tenth of a short run, stays constant to 70 %, then falls in a straight line', () => {
    expect(learningRateOf(quick)(0)).toBeCloseTo(0.05 / 100, 10);
    expect(learningRateOf(quick)(99)).toBeCloseTo(0.05, 10);
    expect(learningRateOf(quick)(699)).toBeCloseTo(0.05, 10);
    expect(learningRateOf(quick)(850)).toBeCloseTo(0.025, 10);
    expect(learningRateOf(quick)(999)).toBeCloseTo(0.05 * 0.005, 10);
  });

  it('is never above the plan’s rate nor at zero', () => {
    for (let step = 0; step < 1000; step++) {
      expect(learningRateOf(quick)(step)).toBeGreaterThan(0);
      expect(learningRateOf(quick)(step)).toBeLessThanOrEqual(0.05 + 1e-12);
    }
  });
});
