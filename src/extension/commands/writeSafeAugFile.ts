import * as vscode from 'vscode';
import { mayLearn } from '../mayLearn';
import { workspaceFolderOf } from '../projects';
import { judgedResult } from '../runs/judgedResult';
import { writeSafeAugFile as write } from '../insertion/writeSafeAugFile';
import type { Command } from './command';
import { pickRunWithResult } from './pickRunWithResult';

/** Offers safe-aug.json of a run for the folder that holds it. */
export const writeSafeAugFile: Command = async (host, given) => {
  if (!(await mayLearn())) return;
  const run = await pickRunWithResult(host, given, vscode.l10n.t('Write the safe set of which run?'));
  if (!run) return;
  if (!workspaceFolderOf(run.project)) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Open the folder of your project first: safe-aug.json belongs into it. "Export…" gives the same text.',
      ),
    );
    return;
  }
  const result = await judgedResult(run.folder, host.panels.thresholdOf(run.folder));
  const written = await write({ project: run.project, run: run.folder, result, log: host.log });
  if (written) await vscode.window.showTextDocument(vscode.Uri.joinPath(vscode.Uri.file(run.project), 'safe-aug.json'));
};
