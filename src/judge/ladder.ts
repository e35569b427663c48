import type { Rung } from '../protocol/controls';

/**
 * The run's sensitivity: the faintest strength whose judged interval, which holds for all strengths at once, lies above the threshold; null
 * when none does. A stronger mark is not seen less, so that an interval of one that is too wide to tell takes nothing back.
 */
export function faintestSeen(rungs: readonly Pick<Rung, 'strength' | 'auroc'>[], threshold: number): number | null {
  const seen = rungs.filter(({ auroc }) => auroc.intervalJudged[0] > threshold).map(({ strength }) => strength);
  return seen.length > 0 ? Math.min(...seen) : null;
}
