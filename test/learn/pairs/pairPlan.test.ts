import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderedPairs, picturesPerPair } from '../../../src/learn/pairs/pairPlan';

describe('orderedPairs', () => {
  it('holds every two members in both orders, and none with itself', () => {
    expect(orderedPairs([3, 5, 9])).toEqual([
      [3, 5],
      [3, 9],
      [5, 3],
      [5, 9],
      [9, 3],
      [9, 5],
    ]);
    expect(orderedPairs([3])).toEqual([]);
  });
});

describe('picturesPerPair', () => {
  it('keeps within 20,000 in all, 1,000 and at least 200 a pair, and what there is', () => {
    expect([2, 20, 40, 90, 210].map((pairs) => picturesPerPair(pairs, 2000).at(-1))).toEqual([
      1000, 1000, 500, 222, 200,
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 210 }), fc.integer({ min: 4, max: 5000 }), (pairs, available) => {
        const counts = picturesPerPair(pairs, available);
        const most = counts[counts.length - 1];
        expect(most).toBeLessThanOrEqual(Math.min(1000, available));
        expect(most).toBeGreaterThanOrEqual(Math.min(200, available));
        if (most > 200) expect(most * pairs).toBeLessThanOrEqual(20_000);
        expect(counts).toEqual([...new Set(counts)].sort((a, b) => a - b));
      }),
    );
  });

  it('looks at 300 first where that saves much', () => {
    expect(picturesPerPair(12, 2000)).toEqual([300, 1000]);
    expect(picturesPerPair(40, 2000)).toEqual([500]);
  });
});
