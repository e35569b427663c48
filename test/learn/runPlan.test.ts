import { describe, expect, it } from 'vitest';
import { isWhole, picturesAt, plannedLooks } from '../../src/learn/runPlan';
import { evaluationPoints } from '../../src/run/budget';

const planOf = (presentations: number): { evaluations: number[] } => ({ evaluations: evaluationPoints(presentations) });

describe('picturesAt', () => {
  it.each([
    [5_000, [2_000]],
    [21_000, [1_000, 2_000, 2_000]],
    [64_000, [1_000, 1_000, 2_000, 2_000]],
    [512_000, [1_000, 1_000, 1_000, 1_000, 1_000, 2_000, 2_000]],
  ])('is all of 2,000 in the last two evaluations of a run of %d', (presentations, expected) => {
    const plan = planOf(presentations);
    expect(plan.evaluations.map((point) => picturesAt(point, plan, 2_000))).toEqual(expected);
    expect(plan.evaluations.filter((point) => isWhole(point, plan))).toEqual(plan.evaluations.slice(-2));
  });

  it('is never more than there are', () => {
    const plan = planOf(64_000);
    expect(plan.evaluations.map((point) => picturesAt(point, plan, 600))).toEqual([600, 600, 600, 600]);
  });
});

it('plans for a budget in minutes the looks of the longest run', () => {
  expect(plannedLooks({ presentations: null })).toBe(1 + evaluationPoints(1e9).length);
});
