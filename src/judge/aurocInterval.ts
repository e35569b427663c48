import type { Auroc } from '../protocol/evidence';
import type { Interval } from '../protocol/vocabulary';
import { pointwiseZ } from './judgedZ';

export interface MeasuredAuroc {
  readonly auroc: number;
  readonly standardError: number;
  /** Pictures on each side. */
  readonly n: number;
}

/**
 * The interval logit⁻¹(logit(A) ± z · SE / (A(1 − A))), which stays within 0..1 and is skewed as AUROCs near 0 and 1 are
 * (M. S. Pepe, The Statistical Evaluation of Medical Tests, 2003, section 5.2).
 *
 * Floor for 0 and 1: a perfect separation of n pictures has a standard error of 0 and no finite logit, yet the next picture
 * may be told wrongly. So A is taken at least half a picture away from the ends (0.5/n), and SE as at least the binomial
 * error there, √(a(1 − a)/n) with a = 0.5/n, about 0.7/n. At AUROC 1 and z = 1.96 this gives [1 − 8/n, 1], wider than the
 * exact binomial's 3.7/n. The interval always contains the estimate.
 */
export function aurocInterval({ auroc, standardError, n }: MeasuredAuroc, z = pointwiseZ): Interval {
  const half = 0.5 / Math.max(1, n);
  const centre = Math.min(Math.max(auroc, half), 1 - half);
  const error = Math.max(standardError, Math.sqrt((half * (1 - half)) / Math.max(1, n)));
  const logit = Math.log(centre / (1 - centre));
  const reach = (z * error) / (centre * (1 - centre));
  return [Math.min(auroc, expit(logit - reach)), Math.max(auroc, expit(logit + reach))];
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
