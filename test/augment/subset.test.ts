import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleSubset } from '../../src/augment/subset';
import { createRandom } from '../../src/random/random';

const draws = 60_000;
const random = createRandom(1, 'subsets');
const subsets = Array.from({ length: draws }, () => sampleSubset(random, 15, 4));

/** Within four standard deviations of a binomial share. */
function expectShare(count: number, of: number, probability: number): void {
  expect(Math.abs(count / of - probability)).toBeLessThan(4 * Math.sqrt((probability * (1 - probability)) / of));
}

describe('sampleSubset', () => {
  it('draws sizes 0..4 uniformly', () => {
    for (let size = 0; size <= 4; size++) {
      expectShare(subsets.filter(({ length }) => length === size).length, draws, 1 / 5);
    }
  });

  it('names every transform in 2 of 15 subsets, at every place equally often', () => {
    for (let t = 0; t < 15; t++) {
      expectShare(subsets.filter((subset) => subset.includes(t)).length, draws, 2 / 15);
      const first = subsets.filter((subset) => subset[0] === t).length;
      expectShare(first, draws, 4 / 5 / 15);
    }
  });

  it('puts any two in either order equally often', () => {
    const both = subsets.filter((subset) => subset.includes(3) && subset.includes(8));
    const inOrder = both.filter((subset) => subset.indexOf(3) < subset.indexOf(8)).length;
    expectShare(inOrder, both.length, 1 / 2);
  });

  it.each([1, 2, 3, 6, 10])('draws each of %i transforms for no more than a sixth of the images', (poolSize) => {
    const small = Array.from({ length: draws }, () => sampleSubset(random, poolSize, 4));
    for (let t = 0; t < poolSize; t++) {
      const drawn = small.filter((subset) => subset.includes(t)).length;
      if (poolSize <= 3) expectShare(drawn, draws, 1 / 6);
      expect(drawn / draws).toBeLessThan(1 / 6 + 0.01);
      expect(drawn / draws).toBeGreaterThan(0.05);
    }
  });

  it('never repeats, never leaves the pool, and stops at its size', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(20), fc.nat(25), (seed, poolSize, maxSubset) => {
        const subset = sampleSubset(createRandom(seed), poolSize, maxSubset);
        expect(new Set(subset).size).toBe(subset.length);
        expect(subset.length).toBeLessThanOrEqual(Math.min(poolSize, maxSubset, Math.max(1, Math.floor(poolSize / 3))));
        expect(subset.every((index) => Number.isInteger(index) && index >= 0 && index < poolSize)).toBe(true);
      }),
    );
  });
});
