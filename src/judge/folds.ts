import type { Random } from '../random/random';

/** Cross-fitting uses two folds: each half of the pictures is scored by a probe fitted on the other half. */
export const foldCount = 2;

/**
 * A fold (0 or 1) for each of n pictures, drawn so that the halves differ by at most one picture. Both sides of a picture,
 * clean and transformed, share its fold: otherwise a probe would be tested on pictures that it has seen.
 */
export function assignFolds(n: number, random: Random): Uint8Array {
  const order = random.shuffle(Array.from({ length: n }, (_, i) => i));
  const folds = new Uint8Array(n);
  order.forEach((picture, place) => (folds[picture] = place % foldCount));
  return folds;
}
