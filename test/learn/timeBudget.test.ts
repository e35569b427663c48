import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presentationsThatFit } from '../../src/learn/timeBudget';
import { evaluationPoints } from '../../src/run/budget';

const cost = { perPresentation: 0.002, perEvaluation: 10, finalEvaluation: 20, closingLooks: () => 0 };

describe('presentationsThatFit', () => {
  it('leaves room for the evaluations on the way', () => {
    // Beyond 16,000 presentations there are three evaluations, at 8,000 and the last two, which take longer: 10 + 2 × 20 s. Of 100 s
    // that leaves 50 for training, which 25,000 presentations take.
    const fitting = presentationsThatFit(100, cost, evaluationPoints, 64);
    expect(fitting * 0.002 + 10 + 2 * 20).toBeLessThanOrEqual(100);
    expect((fitting + 64) * 0.002 + 10 + 2 * 20).toBeGreaterThan(100);
  });

  it('leaves room for the closing looks, which cost more where something can be safe', () => {
    const closing = { ...cost, closingLooks: (presentations: number) => (presentations < 64_000 ? 5 : 60) };
    // 64,000 take 128 s of training, 2 × 10 on the way and 2 × 20 at the end: 188 s without closing looks, 248 with them.
    expect(presentationsThatFit(189, cost, evaluationPoints, 64)).toBeGreaterThanOrEqual(64_000);
    expect(presentationsThatFit(230, closing, evaluationPoints, 64)).toBeLessThan(64_000);
    expect(presentationsThatFit(249, closing, evaluationPoints, 64)).toBeGreaterThanOrEqual(64_000);
  });

  it('still takes one step when the time is too short for anything', () => {
    expect(presentationsThatFit(0, cost, evaluationPoints, 64)).toBe(64);
    expect(presentationsThatFit(-5, cost, evaluationPoints, 64)).toBe(64);
  });

  it('never shrinks when there is more time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 500 }), (seconds, more) => {
        const few = presentationsThatFit(seconds, cost, evaluationPoints, 64);
        expect(presentationsThatFit(seconds + more, cost, evaluationPoints, 64)).toBeGreaterThanOrEqual(few);
      }),
    );
  });
});
