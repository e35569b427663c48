import type { Auroc } from '../protocol/evidence';
import type { Interval } from '../protocol/vocabulary';
import { pointwiseZ } from './judgedZ';
import { studentQuantile } from './studentQuantile';

export interface MeasuredAuroc {
  readonly auroc: number;
  readonly standardError: number;
  /** Pictures on each side. */
  readonly n: number;
}

/**
 * The interval logit⁻¹(logit(A) ± t · SE / (A(1 − A))), which stays within 0..1 and is skewed as AUROCs near 0 and 1 are
 * (M. S. Pepe, The Statistical Evaluation of Medical Tests, 2003, section 5.2).
 *
 * t is Student's quantile for z, since SE is estimated, with the degrees of freedom of one fold's variance, n/2 − 1: with the
 * normal quantile the joint intervals of 60 AUROCs of 200 pictures held in 93 to 94 of 100 sets instead of 95.
 *
 * Floor for 0 and 1: a perfect separation of n pictures has a standard error of 0 and no finite logit, yet the next picture
 * may be told wrongly. So A is taken at least one picture away from the ends (1/n), and SE as at least 0.7/n, the binomial
 * error of half a picture. AUROC 1 then reads about [1 − 4/n, 1] at z = 1.96 and [1 − 11/n, 1] at 3.33, a little wider than the
 * exact binomial's 3.7/n and 7.8/n. Closer to an end than one picture, the interval holds that end. It always holds the estimate.
 */
export function aurocInterval({ auroc, standardError, n }: MeasuredAuroc, z = pointwiseZ): Interval {
  const nearest = Math.min(0.5, 1 / n);
  const centre = Math.min(Math.max(auroc, nearest), 1 - nearest);
  const error = Math.max(standardError, Math.SQRT1_2 / n);
  const logit = Math.log(centre / (1 - centre));
  const reach = (studentQuantile(z, Math.max(1, n / 2 - 1)) * error) / (centre * (1 - centre));
  const low = auroc < nearest ? 0 : Math.min(auroc, expit(logit - reach));
  const high = auroc > 1 - nearest ? 1 : Math.max(auroc, expit(logit + reach));
  return [low, high];
}

/** The AUROC with its pointwise interval and the one that verdicts use, `judgedZ` of the pool and the planned looks. */
export function judgedAuroc(measured: MeasuredAuroc, judgedZ: number): Auroc {
  return {
    auroc: measured.auroc,
    interval95: aurocInterval(measured),
    intervalJudged: aurocInterval(measured, judgedZ),
  };
}

function expit(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
