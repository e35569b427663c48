import * as vscode from 'vscode';
import type { Command } from './command';
import { folderOf } from './pickRun';

/** Learns once more from the data of a run; from another where the run never came to have any. */
export const learnAgain: Command = async (host, given) => {
  const folder = folderOf(given);
  const run = folder === undefined ? undefined : await host.runs.find(folder);
  await vscode.commands.executeCommand('safeAug.learn', run && vscode.Uri.file(run.manifest.data));
};
