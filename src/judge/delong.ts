import { placements } from './auroc';

/** An AUROC with the variance of its estimate. */
export interface AurocEstimate {
  readonly auroc: number;
  readonly variance: number;
}

/**
 * AUROC and DeLong's variance from two independent samples: the variances of the two sides' placement values, each over its
 * sample size, added. Source: DeLong, DeLong & Clarke-Pearson, Biometrics 44 (1988) 837–845; the form by Sun & Xu (2014).
 */
export function delong(negatives: ArrayLike<number>, positives: ArrayLike<number>): AurocEstimate {
  const above = placements(positives, negatives);
  const below = placements(negatives, positives);
  return {
    auroc: mean(above),
    variance: sampleVariance(above) / above.length + sampleVariance(below) / below.length,
  };
}

/**
 * The same when negatives[i] and positives[i] are two versions of picture i, clean and transformed. Placement values of one
 * picture are then correlated, so they are added per picture before the variance is taken (the paired case of the same
 * paper's U-statistics; equals a bootstrap over pictures to first order). Throws when the lengths differ.
 */
export function pairedDelong(negatives: ArrayLike<number>, positives: ArrayLike<number>): AurocEstimate {
  const { auroc, influence } = influences({ negatives, positives });
  return { auroc, variance: sampleVariance(influence) / influence.length };
}

/** Scores of the same pictures, clean and transformed. */
export interface PairedScores {
  readonly negatives: ArrayLike<number>;
  readonly positives: ArrayLike<number>;
}

/**
 * The first scores' AUROC less the second's, both of the same pictures in the same order, with the variance of the difference
 * (the same paper's contrast of correlated curves, for paired sides). Throws when the lengths differ.
 */
export function pairedDelongDifference(
  first: PairedScores,
  second: PairedScores,
): { readonly difference: number; readonly variance: number } {
  const [a, b] = [influences(first), influences(second)];
  if (a.influence.length !== b.influence.length) {
    throw new RangeError(
      `A paired difference needs the same pictures, got ${a.influence.length} and ${b.influence.length}.`,
    );
  }
  const influence = a.influence.map((value, i) => value - b.influence[i]);
  return { difference: a.auroc - b.auroc, variance: sampleVariance(influence) / influence.length };
}

/** The AUROC and how much each picture, both its versions together, moves it. */
function influences({ negatives, positives }: PairedScores): { auroc: number; influence: Float64Array } {
  if (negatives.length !== positives.length) {
    throw new RangeError(
      `Paired scores need both versions of each picture, got ${negatives.length} and ${positives.length}.`,
    );
  }
  const above = placements(positives, negatives);
  const below = placements(negatives, positives);
  return { auroc: mean(above), influence: above.map((value, i) => value - below[i]) };
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** With n − 1 in the denominator; 0 for a single value, whose spread cannot be known. */
function sampleVariance(values: Float64Array): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  let sum = 0;
  for (const value of values) sum += (value - centre) ** 2;
  return sum / (values.length - 1);
}
