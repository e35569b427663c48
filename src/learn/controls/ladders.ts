import type { MarkRanges } from '../../data/feed/draws/marks';

/** Strengths of the planted marks, the strongest first, in gray levels, and the one that must be seen. */
interface LadderPlan {
  readonly strengths: readonly number[];
  readonly required: number;
}

/**
 * What is asked for was set on detectors of which it was known how much they had learned (seed 1; AUROC, and in brackets the low end
 * of its judged interval, which must be above 0.6; 400 pictures a side on CIFAR-10, 250 on MNIST):
 *
 * | presentations        | pattern ±8  | glyph ±128  | ±64         | ±48         | ±32         |
 * |----------------------|-------------|-------------|-------------|-------------|-------------|
 * | CIFAR-10, 8,000      | 0.81 [0.76] | 0.69 [0.62] | 0.54 [0.46] | 0.51 [0.44] | 0.54 [0.46] |
 * | CIFAR-10, 16,000     | 0.96 [0.93] | 0.89 [0.85] | 0.71 [0.64] | 0.64 [0.58] | 0.59 [0.53] |
 * | CIFAR-10, 32,000     | 0.99 [0.97] | 0.95 [0.93] | 0.79 [0.74] | 0.71 [0.66] | 0.62 [0.57] |
 * | CIFAR-10, 64,000     | 0.99 [0.98] | 0.98 [0.97] | 0.85 [0.80] | 0.76 [0.71] | 0.65 [0.60] |
 * | MNIST, 8,000         | 1.00 [0.96] | 0.72 [0.64] | 0.66 [0.57] | 0.67 [0.59] | 0.59 [0.50] |
 * | MNIST, 16,000        | 1.00 [0.96] | 0.79 [0.71] | 0.71 [0.63] | 0.71 [0.63] | 0.59 [0.51] |
 *
 * So after 8,000 presentations the glyph at ±64 is not seen, and soon after it is: that tells a detector that has begun to learn
 * about orientation from one that has not. A letter (F) was never seen, even at ±128 after 64,000, and so told nothing.
 */
export const ladderPlans = {
  appearance: { strengths: [32, 16, 8, 4, 2], required: 8 },
  orientation: { strengths: [128, 64, 48, 32, 16], required: 64 },
} as const satisfies Record<string, LadderPlan>;

const rangeOf = ({ strengths }: LadderPlan): [faintest: number, strongest: number] => [
  strengths[strengths.length - 1],
  strengths[0],
];

/** Marks are learned at all strengths that they are looked for at. */
export const learnedRanges: MarkRanges = {
  pattern: rangeOf(ladderPlans.appearance),
  glyph: rangeOf(ladderPlans.orientation),
};
