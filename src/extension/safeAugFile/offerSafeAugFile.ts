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
 * Offers to write safe-aug.json through the editor's own preview, where the user ticks and applies it, or discards it. A new file
 * is saved; one that is there is edited in its document, unsaved text included, and left to the user to save. Returns the
 * document that was written to, undefined when none was.
 */
export async function offerSafeAugFile({
  project,
  run,
  result,
}: SafeAugFileOptions): Promise<vscode.TextDocument | undefined> {
  const uri = vscode.Uri.file(join(project, 'safe-aug.json'));
  const paths = pathsFrom(project, { data: result.dataset.path, run });
  const text = exportResult(result, 'safe-aug', { albumentations: '2.0.8', ...paths });
  const label = vscode.l10n.t('Write safe-aug.json');
  const confirm = { needsConfirmation: true, label };
  const edit = new vscode.WorkspaceEdit();
  const before = await openIfThere(uri);
  if (before?.getText() === text) {
    void vscode.window.showInformationMessage(vscode.l10n.t('safe-aug.json says this already.'));
    return undefined;
  }
  if (before) {
    edit.replace(uri, new vscode.Range(0, 0, before.lineCount, 0), text, confirm);
  } else {
    edit.createFile(uri, {}, confirm);
    edit.insert(uri, new vscode.Position(0, 0), text, confirm);
  }
  await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  // What the preview let through is seen in the document alone.
  const after = await openIfThere(uri);
  if (after?.getText() !== text) return undefined;
  if (!before) await after.save();
  return after;
}

async function openIfThere(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    await vscode.workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
  return vscode.workspace.openTextDocument(uri);
}
