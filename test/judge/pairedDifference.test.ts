import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairedDifferenceInterval } from '../../src/judge/pairedDifference';
import { createRandom } from '../../src/random/random';
import reference from './reference/reference.json';

describe('pairedDifferenceInterval', () => {
  it.each(reference.pairedDifferences)(
    'agrees with Wald’s interval of the table $table with half a picture more in each cell',
    ({ table, interval }) => {
      const [[both, onlyFirst], [onlySecond, neither]] = table;
      const [low, high] = pairedDifferenceInterval({
        onlyFirst,
        onlySecond,
        n: both + onlyFirst + onlySecond + neither,
      });
      expect(low).toBeCloseTo(interval[0], 12);
      expect(high).toBeCloseTo(interval[1], 12);
    },
  );

  it('turns its sign with the sides and stays within −1..1', () => {
    const counts = fc
      .tuple(fc.nat(300), fc.nat(300), fc.nat(300))
      .map(([onlyFirst, onlySecond, same]) => ({ onlyFirst, onlySecond, n: onlyFirst + onlySecond + same }));
    fc.assert(
      fc.property(counts, ({ onlyFirst, onlySecond, n }) => {
        const [low, high] = pairedDifferenceInterval({ onlyFirst, onlySecond, n });
        const [otherLow, otherHigh] = pairedDifferenceInterval({ onlyFirst: onlySecond, onlySecond: onlyFirst, n });
        expect(low).toBeLessThan(high);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(otherLow).toBeCloseTo(-high, 12);
        expect(otherHigh).toBeCloseTo(-low, 12);
      }),
    );
  });

  // Over 2,000 simulations the coverage itself has a standard error of 0.5 points. Of rare changes it covers more than it must.
  it.each([
    { first: 0.04, second: 0.01, n: 500, atMost: 0.975 },
    { first: 0.005, second: 0.005, n: 300, atMost: 0.995 },
    { first: 0.3, second: 0.1, n: 100, atMost: 0.975 },
  ])('covers a true difference of $first − $second in about 95 of 100 cases', ({ first, second, n, atMost }) => {
    const random = createRandom(7, 'paired difference', n);
    let covered = 0;
    for (let repeat = 0; repeat < 2000; repeat++) {
      let onlyFirst = 0;
      let onlySecond = 0;
      for (let i = 0; i < n; i++) {
        const draw = random.next();
        if (draw < first) onlyFirst++;
        else if (draw < first + second) onlySecond++;
      }
      const [low, high] = pairedDifferenceInterval({ onlyFirst, onlySecond, n });
      if (low <= first - second && first - second <= high) covered++;
    }
    expect(covered / 2000).toBeGreaterThan(0.93);
    expect(covered / 2000).toBeLessThan(atMost);
  });
});
