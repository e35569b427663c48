import type { Auroc } from './evidence';
import type { Count } from './vocabulary';

/** What the detector could have seen: marks planted on pictures set aside for them, which are never judged. */
export interface Controls {
  /** A faint pattern, present or not: sensitivity to what pictures look like. */
  readonly appearance: Ladder;
  /** A faint slanting stroke on both sides, as drawn or mirrored: sensitivity to orientation. */
  readonly orientation: Ladder;
  /** A label without any effect on the picture: its interval must hold 0.5. */
  readonly negative: NegativeControl;
}

/** One kind of mark at falling strengths. */
export interface Ladder {
  /** The strongest first. */
  readonly rungs: readonly Rung[];
  /** The faintest strength whose judged interval, and that of every stronger one, lies above the threshold; null: none. */
  readonly faintestSeen: number | null;
  /** The strength that must be seen before anything is called safe. */
  readonly required: number;
}

export interface Rung {
  /**
   * Amplitude of the mark in gray levels of 255.
   * @minimum 0
   */
  readonly strength: number;
  readonly auroc: Auroc;
  /** Pictures on each side. */
  readonly n: Count;
  /** Files of one picture, relative to the run folder: without and with the pattern, or the stroke as drawn and mirrored. */
  readonly pictures: readonly [string, string];
}

export interface NegativeControl {
  readonly auroc: Auroc;
  /** Pictures on each side. */
  readonly n: Count;
  /** Whether the judged interval holds 0.5. */
  readonly holds: boolean;
}

/** The rung to show as pictures: the faintest seen, or the strongest where none was. */
export function shownRung({ rungs, faintestSeen }: Ladder): Rung | undefined {
  return rungs.find(({ strength }) => strength === faintestSeen) ?? rungs[0];
}
