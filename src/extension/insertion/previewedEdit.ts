import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import * as vscode from 'vscode';
import { plainText } from '../plainText';
import { message } from './message';
import { Refusal } from './refusal';
import type { TextEdit } from './textEdit';

export interface PreviewedEdit {
  readonly document: vscode.TextDocument;
  /** Of the document when its text was read. */
  readonly version: number;
  readonly edits: readonly TextEdit[];
  /** Over the edits in the preview. */
  readonly label: string;
  readonly description: string;
}

/**
 * Shows edits of a document in the editor's refactor preview, where the user applies or discards them. One undo takes them back, and
 * nothing is saved. Returns whether they were applied. Throws a `Refusal` when the document has changed or cannot be written.
 */
export async function applyWithPreview({
  document,
  version,
  edits,
  label,
  description,
}: PreviewedEdit): Promise<boolean> {
  await refuseReadOnly(document.uri);
  if (document.version !== version) throw changed(document);
  const metadata = { needsConfirmation: true, label: plainText(label), description: plainText(description) };
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, newText } of edits) {
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    edit.replace(document.uri, range, newText, metadata);
  }
  // Not as a refactoring: the setting files.refactoring.autoSave would save it.
  const applied = await vscode.workspace.applyEdit(edit);
  // The editor refuses by itself when the document changes under the preview.
  if (!applied && document.version !== version) throw changed(document);
  return applied;
}

/** Throws a `Refusal` when a file cannot be written, so that nobody edits what cannot be saved. */
export async function refuseReadOnly(uri: vscode.Uri): Promise<void> {
  if (uri.scheme === 'untitled') return;
  const locked =
    vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false ||
    (await hasReadOnlyFlag(uri)) ||
    (await isLocked(uri));
  if (!locked) return;
  throw new Refusal(
    message(
      '{0} is read-only, so nothing was changed. Make it writable, or choose another file.',
      vscode.workspace.asRelativePath(uri),
    ),
  );
}

async function hasReadOnlyFlag(uri: vscode.Uri): Promise<boolean> {
  const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
  return (permissions & vscode.FilePermission.Readonly) !== 0;
}

async function isLocked(uri: vscode.Uri): Promise<boolean> {
  if (uri.scheme !== 'file') return false;
  return access(uri.fsPath, constants.W_OK).then(
    () => false,
    () => true,
  );
}

function changed({ uri }: vscode.TextDocument): Refusal {
  return new Refusal(
    message(
      '{0} changed since the preview was made, so nothing was inserted. Try again.',
      vscode.workspace.asRelativePath(uri),
    ),
  );
}
