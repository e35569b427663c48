import type { Interval } from '../protocol/vocabulary';

/**
 * The non-decreasing sequence nearest to `values` in weighted squares: isotonic regression by pooling adjacent violators. As
 * sklearn.isotonic.isotonic_regression. Source: R. E. Barlow, D. J. Bartholomew, J. M. Bremner & H. D. Brunk, Statistical Inference
 * under Order Restrictions, 1972. Weights are positive, by default 1; throws when there are not as many as values.
 */
export function isotonicFit(values: readonly number[], weights: readonly number[] = values.map(() => 1)): number[] {
  if (weights.length !== values.length) {
    throw new RangeError(`A fit needs a weight for each value, got ${weights.length} for ${values.length}.`);
  }
  const blocks: { sum: number; weight: number; length: number }[] = [];
  values.forEach((value, i) => {
    let block = { sum: value * weights[i], weight: weights[i], length: 1 };
    for (let last = blocks.at(-1); last && mean(last) >= mean(block); last = blocks.at(-1)) {
      block = { sum: last.sum + block.sum, weight: last.weight + block.weight, length: last.length + block.length };
      blocks.pop();
    }
    blocks.push(block);
  });
  return blocks.flatMap((block) => Array.from({ length: block.length }, () => mean(block)));
}

function mean({ sum, weight }: { readonly sum: number; readonly weight: number }): number {
  return sum / weight;
}

/**
 * Intervals that hold all at once, narrowed by the knowledge that what they hold never falls from one to the next: a value is at
 * least every lower end before it and at most every upper end behind it. They still hold all at once, with the same probability,
 * for they only leave out what no rising sequence within the intervals reaches. When no rising sequence fits, the intervals are given back
 * as they are: then the order itself is in doubt, and nothing is to be concluded from it.
 */
export function risingIntervals(intervals: readonly Interval[]): Interval[] {
  const narrowed = intervals.map((_, i): Interval => [
    Math.max(...intervals.slice(0, i + 1).map(([low]) => low)),
    Math.min(...intervals.slice(i).map(([, high]) => high)),
  ]);
  return narrowed.every(([low, high]) => low <= high) ? narrowed : [...intervals];
}
