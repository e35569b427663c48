import type { Interval } from '../protocol/vocabulary';
import { pointwiseZ } from './judgedZ';

/**
 * Wilson's score interval for a proportion of `successes` among `n`; [0, 1] when n is 0. `z` is the two-sided normal quantile,
 * by default that of 95 %. Source: E. B. Wilson, JASA 22 (1927) 209–212. As statsmodels' proportion_confint(method='wilson').
 */
export function wilsonInterval(successes: number, n: number, z = pointwiseZ): Interval {
  if (!(successes >= 0 && successes <= n)) {
    throw new RangeError(`A proportion needs 0 ≤ successes ≤ n, but got ${successes} of ${n}.`);
  }
  if (n === 0) return [0, 1];
  const share = successes / n;
  const shrink = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  // At 0 and n the formula's end is the estimate itself; rounding must not leave it outside.
  return [successes === 0 ? 0 : centre - half, successes === n ? 1 : centre + half];
}
