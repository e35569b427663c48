import type { Prepared } from '../prepare/prepare';

export interface JudgingSplit {
  /** Indices into dataset.items, ascending. */
  readonly training: Int32Array;
  /** Held out for judging, ascending: min(2,000, a third). */
  readonly judging: Int32Array;
}

/**
 * Holds pictures out for judging: min(2,000, a third of the usable ones), stratified by class where there are labels, exact
 * duplicates all on one side.
 */
export function splitForJudging(
  prepared: Pick<Prepared, 'dataset' | 'usable' | 'contents'>,
  seed: number,
): JudgingSplit {
  throw new Error(`Not written: ${prepared.usable.length} ${seed}`);
}
