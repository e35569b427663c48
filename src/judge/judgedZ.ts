import { normalQuantile } from './normalQuantile';

/** The two-sided 95 % quantile of the normal distribution: pointwise intervals. */
export const pointwiseZ = normalQuantile(0.975);

export interface Looks {
  /** Size of the pool. */
  readonly transforms: number;
  /** Planned evaluations. */
  readonly looks: number;
  /** Anything else that multiplies the comparisons: classes × outcomes for label evidence. Default 1. */
  readonly comparisons?: number;
}

/**
 * The z that makes transforms × looks × comparisons two-sided intervals hold all at once with 95 %: the (1 + 0.95^(1/m))/2
 * quantile. Exact when the estimates are independent, and never too small when they are jointly normal, whatever their
 * correlation (Z. Šidák, Rectangular confidence regions …, JASA 62 (1967) 626–633). 15 transforms and 4 looks: 3.33.
 */
export function judgedZ({ transforms, looks, comparisons = 1 }: Looks): number {
  const together = Math.max(1, transforms * looks * comparisons);
  return normalQuantile((1 + 0.95 ** (1 / together)) / 2);
}
