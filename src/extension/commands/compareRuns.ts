import * as vscode from 'vscode';
import { runName, startOf } from '../runs/runNames';
import { runTextUri } from '../runs/runTexts';
import type { Command } from './command';
import { folderOf } from './pickRun';
import { pickRunWithResult } from './pickRunWithResult';

/** Shows what two runs say, side by side in the editor's own comparison. `all`: the items that are selected in the tree. */
export const compareRuns: Command = async (host, given, all) => {
  const selected = Array.isArray(all) ? [...new Set(all.map(folderOf))].filter((one) => one !== undefined) : [];
  const [first, second] = selected.length === 2 ? selected : [folderOf(given), undefined];
  const left = await pickRunWithResult(host, first, vscode.l10n.t('Compare which run …'));
  if (!left) return;
  const right = await pickOther(second);
  if (!right) return;
  const title = [left, right].map((run) => `${runName(run.manifest)} (${startOf(run.manifest, vscode.env.language)})`);
  await vscode.commands.executeCommand(
    'vscode.diff',
    runTextUri(left.folder, host.panels.thresholdOf(left.folder)),
    runTextUri(right.folder, host.panels.thresholdOf(right.folder)),
    title.join(' ↔ '),
  );

  async function pickOther(folder: string | undefined): ReturnType<typeof pickRunWithResult> {
    const run = await pickRunWithResult(host, folder, vscode.l10n.t('… with which?'));
    if (run && run.folder === left?.folder) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('A comparison takes two different runs with a result. Choose another one, or learn once more.'),
      );
      return undefined;
    }
    return run;
  }
};
