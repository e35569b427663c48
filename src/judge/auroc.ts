/**
 * The area under the ROC curve: the share of (negative, positive) pairs in which the positive scores higher, a tie counting
 * half. 0..1, 0.5 is chance. By midranks, O(n log n). As sklearn.metrics.roc_auc_score.
 */
export function auroc(negatives: ArrayLike<number>, positives: ArrayLike<number>): number {
  let sum = 0;
  for (const placement of placements(positives, negatives)) sum += placement;
  return sum / positives.length;
}

/**
 * For each score the share of `others` that it exceeds, ties counting half. Throws when a side is empty or holds NaN:
 * an order statistic of those would be silently wrong.
 */
export function placements(scores: ArrayLike<number>, others: ArrayLike<number>): Float64Array {
  if (scores.length === 0 || others.length === 0) throw new RangeError('An AUROC needs pictures on both sides.');
  const sorted = Float64Array.from(others).sort();
  const result = new Float64Array(scores.length);
  if (Number.isNaN(sorted[sorted.length - 1])) throw new RangeError('An AUROC needs scores that are numbers, got NaN.');
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i];
    if (Number.isNaN(score)) throw new RangeError(`An AUROC needs scores that are numbers, got NaN at ${i}.`);
    result[i] = (countBelow(sorted, score, false) + countBelow(sorted, score, true)) / 2 / sorted.length;
  }
  return result;
}

/** How many of the ascending `sorted` are below `value`, or with `orEqual` not above it. */
function countBelow(sorted: Float64Array, value: number, orEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value || (orEqual && sorted[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
