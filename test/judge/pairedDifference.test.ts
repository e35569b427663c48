import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairedDifferenceInterval } from '../../src/judge/pairedDifference';
import { createRandom } from '../../src/random/random';

describe('pairedDifferenceInterval', () => {
  it('is the formula of Agresti & Min with half a picture in each cell', () => {
    // b = 14, c = 5, n = 100, z = 1.96: (14.5 − 5.5)/102 ± 1.96·√(20 − 81/102)/102, by hand.
    const [low, high] = pairedDifferenceInterval({ onlyFirst: 14, onlySecond: 5, n: 100 }, 1.96);
    expect(low).toBeCloseTo(0.088235 - 0.084211, 5);
    expect(high).toBeCloseTo(0.088235 + 0.084211, 5);
  });

  it('turns around with the versions and stays within −1..1', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.nat(50), (onlyFirst, onlySecond, others) => {
        const n = onlyFirst + onlySecond + others;
        const [low, high] = pairedDifferenceInterval({ onlyFirst, onlySecond, n });
        const [otherLow, otherHigh] = pairedDifferenceInterval({ onlyFirst: onlySecond, onlySecond: onlyFirst, n });
        expect(low).toBeCloseTo(-otherHigh, 12);
        expect(high).toBeCloseTo(-otherLow, 12);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('covers the true difference in 93 to 97 % of 4,000 simulated samples', () => {
    const random = createRandom(1, 'paired difference');
    let covered = 0;
    for (let repeat = 0; repeat < 4000; repeat++) {
      let onlyFirst = 0;
      let onlySecond = 0;
      for (let i = 0; i < 300; i++) {
        const u = random.next();
        if (u < 0.08) onlyFirst++;
        else if (u < 0.11) onlySecond++;
      }
      const [low, high] = pairedDifferenceInterval({ onlyFirst, onlySecond, n: 300 });
      if (low <= 0.05 && 0.05 <= high) covered++;
    }
    expect(covered / 4000).toBeGreaterThan(0.93);
    expect(covered / 4000).toBeLessThan(0.97);
  });
});
