import type { Random } from '../random/random';

/**
 * Draws which transforms of a pool one image gets, and in which order (paper section 3, as in the authors' code).
 * The number of transforms is uniform on 0..min(maxSubset, poolSize); none occurs twice; every order is equally likely.
 */
export function sampleSubset(random: Random, poolSize: number, maxSubset: number): number[] {
  const size = random.integer(0, Math.min(maxSubset, poolSize));
  const indices = Array.from({ length: poolSize }, (_, index) => index);
  return random.shuffle(indices).slice(0, size);
}
