/** Standard errors of a count that a true share may lie away from it: passed by chance in one count of 740. */
const sureness = 3;

/**
 * What share of `trials` may come out where the true share lies in `low`..`high`: those ends, each three binomial standard errors
 * further out. A share outside of them tells that the true one is not in between.
 */
export function consistentShares(low: number, high: number, trials: number): readonly [number, number] {
  const error = (share: number): number => Math.sqrt((share * (1 - share)) / trials);
  return [low - sureness * error(low), high + sureness * error(high)];
}
