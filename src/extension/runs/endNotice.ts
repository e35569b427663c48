import * as vscode from 'vscode';
import { plainText } from '../plainText';
import { isLive } from '../supervisor/runPhase';
import type { Supervisor } from '../supervisor/supervisor';
import type { RunIndex } from './runIndex';
import { runName } from './runNames';
import { verdictCounts } from './runWords';

/**
 * Says once that a run has ended by itself, and offers what comes next. What the user stopped needs no telling, and what was
 * interrupted stands in the tree.
 */
export function noticeEnds(supervisor: Supervisor, runs: RunIndex): { dispose(): void } {
  return supervisor.onChange(({ folder, phase, failure }, before) => {
    if (before === null || !isLive(before) || isLive(phase)) return;
    if (phase === 'finished') void noticeFinished(folder, runs);
    if (phase === 'failed') void noticeFailed(folder, failure);
  });
}

async function noticeFinished(folder: string, runs: RunIndex): Promise<void> {
  await runs.refreshNow();
  const run = await runs.find(folder);
  if (!run?.summary) return;
  const actions = [
    { title: vscode.l10n.t('Write safe-aug.json'), command: 'safeAug.writeSafeAugFile' },
    { title: vscode.l10n.t('Insert into Config…'), command: 'safeAug.insertSafeSet' },
    { title: vscode.l10n.t('Open Panel'), command: 'safeAug.openPanel' },
  ];
  // With an empty set there is nothing to insert.
  const offered =
    run.summary.exported.length > 0 ? actions : actions.filter((one) => one.command !== 'safeAug.insertSafeSet');
  const message = vscode.l10n.t('Safe Aug on {0}: {1}.', plainText(runName(run.manifest)), verdictCounts(run.summary));
  const answer = await vscode.window.showInformationMessage(message, ...offered);
  if (answer) await vscode.commands.executeCommand(answer.command, folder);
}

async function noticeFailed(folder: string, failure: string | null): Promise<void> {
  const show = vscode.l10n.t('Show Log');
  const [first] = (failure ?? '').split('\n');
  const message = vscode.l10n.t('Safe Aug could not learn: {0}', plainText(first));
  if ((await vscode.window.showErrorMessage(message, show)) === show) {
    await vscode.commands.executeCommand('safeAug.showLog', folder);
  }
}
