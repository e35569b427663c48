import { join } from 'node:path';
import * as vscode from 'vscode';
import { exportResult } from '../../export/exportResult';
import type { Result } from '../../protocol/result';
import { pathsFrom } from './pathsFrom';

export interface SafeAugFileOptions {
  /** Absolute path of the folder that gets the file. */
  readonly project: string;
  readonly run: string;
  readonly result: Result;
}

/**
 * Offers to write safe-aug.json through the editor's own preview, where the user applies or discards it. A file that is there is
 * edited in its document, unsaved text included, and left to the user to save. Returns whether it was applied.
 */
export async function offerSafeAugFile({ project, run, result }: SafeAugFileOptions): Promise<boolean> {
  const uri = vscode.Uri.file(join(project, 'safe-aug.json'));
  const paths = pathsFrom(project, { data: result.dataset.path, run });
  const text = exportResult(result, 'safe-aug', { albumentations: '2.0.8', ...paths });
  const label = vscode.l10n.t('Write safe-aug.json');
  const confirm = { needsConfirmation: true, label };
  const edit = new vscode.WorkspaceEdit();
  const open = await openIfThere(uri);
  if (open === undefined) {
    edit.createFile(uri, { contents: Buffer.from(text), ignoreIfExists: false }, confirm);
  } else if (open.getText() === text) {
    void vscode.window.showInformationMessage(vscode.l10n.t('safe-aug.json says this already.'));
    return false;
  } else {
    edit.replace(uri, new vscode.Range(0, 0, open.lineCount, 0), text, confirm);
  }
  return vscode.workspace.applyEdit(edit, { isRefactoring: true });
}

async function openIfThere(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    await vscode.workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
  return vscode.workspace.openTextDocument(uri);
}
