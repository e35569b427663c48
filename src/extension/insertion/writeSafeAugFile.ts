import { join } from 'node:path';
import * as vscode from 'vscode';
import { exportResult } from '../../export/exportResult';
import { withMilder } from '../../export/milder';
import type { Result } from '../../protocol/result';
import { pathsFrom } from '../safeAugFile/pathsFrom';
import { applyWithPreview, needingConfirmation, preview } from './previewedEdit';
import { tellRefusal } from '../words/tellRefusal';
import { safeAugFileEdits } from './safeAugFileEdits';

export interface SafeAugFileOptions {
  /** Absolute path of the workspace folder that gets the file. */
  readonly project: string;
  /** Absolute path of the run's folder. */
  readonly run: string;
  readonly result: Result;
  readonly log: vscode.LogOutputChannel;
}

/**
 * Offers safe-aug.json in the editor's preview, where the user ticks and applies it, or discards it. A file that is there is edited in
 * its document, unsaved text included, and left to the user to save; a new one is saved. Returns whether it was applied.
 */
export async function writeSafeAugFile({ project, run, result, log }: SafeAugFileOptions): Promise<boolean> {
  const uri = vscode.Uri.file(join(project, 'safe-aug.json'));
  const paths = pathsFrom(project, { data: result.dataset.path, run });
  const text = exportResult(result, 'safe-aug', { albumentations: '2.0.8', ...paths });
  const label = vscode.l10n.t('Write safe-aug.json');
  const action = vscode.l10n.t('Writes safe-aug.json with {0} safe transforms', withMilder(result).safeSet.length);
  if (!(await exists(uri))) return create(uri, text, { label, action });
  const document = await vscode.workspace.openTextDocument(uri);
  const { version } = document;
  const edits = safeAugFileEdits(document.getText(), text);
  if (edits.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('safe-aug.json says this already.'));
    return false;
  }
  return (await tellRefusal(log, () => applyWithPreview({ document, version, edits, label, action }))) === true;
}

/** The text is an edit of its own: the preview shows no content that a creation brings along. */
async function create(
  uri: vscode.Uri,
  text: string,
  { label, action }: { readonly label: string; readonly action: string },
): Promise<boolean> {
  const metadata = needingConfirmation(label, action);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, {}, metadata);
  edit.insert(uri, new vscode.Position(0, 0), text, metadata);
  // It is said to be applied also when nothing was ticked.
  if (!(await preview(edit, action)) || !(await exists(uri))) return false;
  const document = await vscode.workspace.openTextDocument(uri);
  return document.getText() === text && (await document.save());
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
