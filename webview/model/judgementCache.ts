import type { PanelState } from '../../src/protocol/panelState';
import { judgeRun, type JudgedRun } from './judgedRun';

/** A drag's thresholds, the one let go of last, and the run's own. */
const kept = 4;

type Evidence = Pick<PanelState, 'run' | 'evaluations' | 'findings' | 'closing'>;

/** `judgeRun` that judges the same evidence under the same threshold once, so that a page drawn ten times a second gets the same objects. */
export function createJudgementCache(): (state: PanelState, threshold: number) => JudgedRun | null {
  let entries: readonly { evidence: Evidence; threshold: number; judged: JudgedRun | null }[] = [];
  return (state, threshold) => {
    const known = entries.find((one) => one.threshold === threshold && isSame(one.evidence, state));
    if (known) return known.judged;
    const judged = judgeRun(state, threshold);
    entries = [{ evidence: state, threshold, judged }, ...entries.slice(0, kept - 1)];
    return judged;
  };
}

function isSame(a: Evidence, b: Evidence): boolean {
  return a.run === b.run && a.evaluations === b.evaluations && a.findings === b.findings && a.closing === b.closing;
}
