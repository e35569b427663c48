import type { Rung } from '../protocol/controls';

/** The faintest strength that is told above the threshold together with every stronger one; null when not even the strongest is. */
export function faintestSeen(rungs: readonly Pick<Rung, 'strength' | 'auroc'>[], threshold: number): number | null {
  let faintest: number | null = null;
  for (const { strength, auroc } of rungs.toSorted((a, b) => b.strength - a.strength)) {
    if (auroc.intervalJudged[0] <= threshold) break;
    faintest = strength;
  }
  return faintest;
}
