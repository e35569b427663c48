import type { CheckedClaim } from './checkClaims';

/** What the product's default threshold is. */
const threshold = 0.6;
/** A claim of `shifting` is only fair where much more than the threshold is to be seen. */
const clear = 0.7;

/** Why the measurement speaks against the claim; null where it does not. */
export function contradicts({ claim, told, became }: CheckedClaim): string | null {
  if (claim === 'safe' && told.interval[1] >= threshold) return 'claimed safe, but it may be told';
  if (claim === 'shifting' && told.interval[0] <= clear) return 'claimed shifting, but the probe hardly sees it';
  if (claim === 'harmful' && became.some(({ interval }) => interval[1] >= threshold)) {
    return 'claimed to make one class of another, but it makes something else';
  }
  return null;
}
