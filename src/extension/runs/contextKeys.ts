import * as vscode from 'vscode';
import { canResume, isLive } from '../supervisor/runPhase';
import { safeAugFiles } from '../safeAugFile/safeAugFiles';
import type { RunIndex } from './runIndex';

/** Keeps the keys that decide which commands are offered; the commands check for themselves as well. */
export function keepContextKeys(runs: RunIndex): vscode.Disposable {
  const set = (key: string, value: boolean): void => {
    void vscode.commands.executeCommand('setContext', `safeAug.${key}`, value);
  };
  const update = async (): Promise<void> => {
    const all = await runs.all();
    set(
      'isRunning',
      all.some(({ phase }) => isLive(phase)),
    );
    set(
      'canResume',
      all.some(({ phase }) => canResume(phase)),
    );
    set('hasRuns', all.length > 0);
    set('hasSafeSet', all.some(({ summary }) => summary !== null) || (await safeAugFiles()).length > 0);
    set(
      'hasResults',
      all.some(({ summary }) => summary !== null),
    );
  };
  return runs.onDidChange(() => void update());
}
