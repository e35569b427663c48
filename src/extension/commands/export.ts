import { join } from 'node:path';
import * as vscode from 'vscode';
import { exportResult } from '../../export/exportResult';
import { targets } from '../../export/targets';
import { judgedResult } from '../runs/judgedResult';
import { pathsFrom } from '../safeAugFile/pathsFrom';
import type { Command } from './command';
import { pickRunWithResult } from './pickRunWithResult';

/** Opens the safe set as an unsaved document in a form that the user picks: where it is saved, if at all, is the user's. */
export const exportSafeSet: Command = async (host, given) => {
  const run = await pickRunWithResult(host, given, vscode.l10n.t('Export the safe set of which run?'));
  if (!run) return;
  const items = targets.map(({ name, description, fileName }) => ({
    name,
    fileName,
    label: name,
    detail: vscode.l10n.t(description),
  }));
  const target = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('In which form?') });
  if (!target) return;
  const result = await judgedResult(run.folder, host.panels.thresholdOf(run.folder));
  const { datasetPath, run: link } = pathsFrom(run.project, { data: result.dataset.path, run: run.folder });
  const text = exportResult(result, target.name, { albumentations: '2.0.8', datasetPath, run: link });
  const uri = vscode.Uri.file(join(run.project, target.fileName)).with({ scheme: 'untitled' });
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document);
};
