import type { Auroc } from '../protocol/evidence';
import { studentQuantile } from './studentQuantile';

/** At most so many pictures are held out for judging, however large the data set. */
export const mostJudged = 2000;

/**
 * How many judged pictures it would take until the judged interval leaves the threshold, were the AUROC what was measured: its
 * reach on the logit scale falls with 1/√n (the variance of DeLong's estimate is a mean over pictures), so
 * n = n₀ · (reach₀ / |logit(A) − logit(threshold)|)². N. A. Obuchowski, "Sample size calculations in studies of test accuracy",
 * Statistical Methods in Medical Research 7 (1998) 371–392, solves the same equation for a variance given in advance.
 * A few percent too many when told from a small set, whose Student quantile is wider. Too few where the AUROC lies near the threshold, as it
 * does not stay what was measured: it rises with n, since the probe is fitted on half of the pictures (with 164 independent features, what reads
 * 0.625 at 2,000 reads 0.566 at 420), and may come to lie on the threshold or cross it. Take it for a lower bound there.
 * Infinity where the AUROC lies on the threshold; at most `n` where the interval is clear of it already.
 */
export function picturesToSettle({ auroc, intervalJudged }: Auroc, n: number, threshold: number): number {
  const away = Math.abs(logit(auroc, n) - logit(threshold, n));
  const end = auroc < threshold ? intervalJudged[1] : intervalJudged[0];
  const reach = Math.abs(logit(end, n) - logit(auroc, n));
  return away === 0 ? Infinity : Math.floor(n * (reach / away) ** 2) + 1;
}

/**
 * The same for an AUROC at chance, before anything was measured: how many pictures it takes to say `safe` of what cannot be
 * told. Each of the two folds' AUROCs has a variance of 2/(6n) per fold of n/2 pictures a side, if versions of a picture
 * were independent, and they are fully correlated at chance (`crossFittedProbe`): SE² = 1/(3n). Pairing makes it smaller.
 */
export function picturesForSafe(threshold: number, judgedZ: number): number {
  const away = 0.25 * Math.log(threshold / (1 - threshold));
  if (away <= 0) return Infinity;
  const withQuantile = (quantile: number): number => Math.ceil((quantile / away) ** 2 / 3);
  const n = withQuantile(judgedZ);
  return withQuantile(studentQuantile(judgedZ, Math.max(1, n / 2 - 1)));
}

/** Taken at least half a picture away from 0 and 1, as an interval's ends may lie there. */
function logit(share: number, n: number): number {
  const inside = Math.min(Math.max(share, 0.5 / n), 1 - 0.5 / n);
  return Math.log(inside / (1 - inside));
}
