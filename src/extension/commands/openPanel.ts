import * as vscode from 'vscode';
import type { Command } from './command';
import { folderOf, pickRun } from './pickRun';

/** Shows a run, and of it one transform where that was asked for. */
export const openPanel: Command = async (host, given, transform) => {
  const show = { ...(typeof transform === 'string' && { transform }) };
  const folder = folderOf(given);
  if (folder !== undefined) return host.panels.show(folder, show);
  const run = await pickRun(host, {
    given,
    accepts: () => true,
    placeHolder: vscode.l10n.t('Which run?'),
    none: vscode.l10n.t('There are no runs yet. Start with "Safe Aug: Learn".'),
  });
  return run && host.panels.show(run.folder, show);
};
