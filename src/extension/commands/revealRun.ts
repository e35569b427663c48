import * as vscode from 'vscode';
import { workspaceFolderOf } from '../projects';
import type { Command } from './command';
import { pickRun } from './pickRun';

/** Shows a run's folder in the Explorer, or in the system's file manager when it is outside of the workspace. */
export const revealRun: Command = async (host, given) => {
  const run = await pickRun(host, {
    given,
    accepts: () => true,
    placeHolder: vscode.l10n.t('Which run?'),
    none: vscode.l10n.t('There are no runs yet. Start with "Safe Aug: Learn".'),
  });
  if (!run) return;
  const where = workspaceFolderOf(run.project) ? 'revealInExplorer' : 'revealFileInOS';
  await vscode.commands.executeCommand(where, vscode.Uri.file(run.folder));
};
