import type { Random } from '../random/random';

/**
 * At most this share of a small pool is applied at once. A transform that breaks labels, applied to half of the images, would
 * teach the network that labels are noise; no transform is to be in more than a sixth of the subsets.
 */
const largestShare = 1 / 3;

/**
 * Draws which transforms of a pool one image gets, and in which order (paper section 3, as in the authors' code).
 * The number of transforms is uniform on 0..min(maxSubset, a third of the pool); none occurs twice; every order is equally
 * likely. In pools of one or two a third rounds up to one, and more images stay clean, so that each transform is drawn for a sixth.
 */
export function sampleSubset(random: Random, poolSize: number, maxSubset: number): number[] {
  const third = poolSize * largestShare;
  const size = random.integer(0, Math.min(maxSubset, poolSize, Math.max(1, Math.floor(third))));
  if (third < 1 && random.next() >= third) return [];
  const indices = Array.from({ length: poolSize }, (_, index) => index);
  return random.shuffle(indices).slice(0, size);
}
