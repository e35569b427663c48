import * as vscode from 'vscode';
import type { RunPhase } from '../../protocol/panelState';
import type { Stage, Verdict } from '../../protocol/vocabulary';
import type { RunProgress } from './runProgress';
import { countOf, verdicts, type RunSummary } from './runSummary';

/** "finished", to follow the name of a run. */
export function phaseWord(phase: RunPhase): string {
  const words: Record<RunPhase, string> = {
    starting: vscode.l10n.t('starting'),
    running: vscode.l10n.t('running'),
    stopping: vscode.l10n.t('stopping'),
    finished: vscode.l10n.t('finished'),
    stopped: vscode.l10n.t('stopped early'),
    failed: vscode.l10n.t('failed'),
    interrupted: vscode.l10n.t('interrupted'),
  };
  return words[phase];
}

/** "Safe", as a heading. */
export function verdictWord(verdict: Verdict): string {
  const words: Record<Verdict, string> = {
    safe: vscode.l10n.t('Safe'),
    undecided: vscode.l10n.t('Undecided'),
    shifting: vscode.l10n.t('Shifting'),
    harmful: vscode.l10n.t('Harmful'),
  };
  return words[verdict];
}

/** "4 safe, 2 undecided, 8 shifting, 1 harmful"; what there is none of is left out. */
export function verdictCounts(summary: RunSummary): string {
  const say: Record<Verdict, (count: number) => string> = {
    safe: (count) => vscode.l10n.t('{0} safe', count),
    undecided: (count) => vscode.l10n.t('{0} undecided', count),
    shifting: (count) => vscode.l10n.t('{0} shifting', count),
    harmful: (count) => vscode.l10n.t('{0} harmful', count),
  };
  const counts = verdicts
    .map((verdict) => ({ verdict, count: countOf(summary, verdict) }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => say[verdict](count))
    .join(', ');
  const { chosenThreshold } = summary;
  return chosenThreshold === null ? counts : vscode.l10n.t('{0} (at the threshold {1})', counts, chosenThreshold);
}

/** "Training 43 %" */
export function progressWords({ stage, share }: RunProgress): string {
  const words: Record<Stage, string> = {
    inspect: vscode.l10n.t('Finding out what the folder is'),
    prepare: vscode.l10n.t('Decoding the images'),
    files: vscode.l10n.t('Testing the files for traces'),
    screening: vscode.l10n.t('Screening by image statistics'),
    training: vscode.l10n.t('Training'),
    measuring: vscode.l10n.t('Measuring'),
    closing: vscode.l10n.t('Looking closer'),
    writing: vscode.l10n.t('Writing the result'),
  };
  const name = stage === null ? vscode.l10n.t('Starting') : words[stage];
  return share === null ? name : vscode.l10n.t('{0} {1} %', name, Math.floor(100 * share));
}

/** "about 3 min left"; null where it is not known. */
export function timeLeftWords({ secondsLeft }: RunProgress): string | null {
  if (secondsLeft === null) return null;
  return secondsLeft < 90
    ? vscode.l10n.t('about {0} s left', Math.max(1, Math.round(secondsLeft)))
    : vscode.l10n.t('about {0} min left', Math.round(secondsLeft / 60));
}
