import type { MarkRanges } from '../../data/feed/draws/marks';

/** Strengths of the planted marks, the strongest first, in gray levels, and the one that must be seen. */
interface LadderPlan {
  readonly strengths: readonly number[];
  readonly required: number;
}

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
