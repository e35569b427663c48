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

export interface RisingInterval {
  readonly interval: Interval;
  /** Pictures that it was measured on. */
  readonly n: number;
}

/**
 * Intervals that hold all at once, narrowed by what is known of their order: an AUROC falls neither from one to the next nor with
 * more pictures to fit its probe on. So each is at least every lower end before it that was measured on no more pictures, and at most
 * every upper end behind it that was measured on no fewer. They hold all at once with the same probability as before, since only what no
 * such order reaches is left out. When nothing fits, the order itself is in doubt and the intervals are given back as they are.
 */
export function risingIntervals(measured: readonly RisingInterval[]): Interval[] {
  const narrowed = measured.map(({ n }, i): Interval => {
    const before = measured.slice(0, i + 1).filter((one) => one.n <= n);
    const behind = measured.slice(i).filter((one) => one.n >= n);
    return [
      Math.max(...before.map(({ interval: [low] }) => low)),
      Math.min(...behind.map(({ interval: [, high] }) => high)),
    ];
  });
  return narrowed.every(([low, high]) => low <= high) ? narrowed : measured.map(({ interval }) => interval);
}
