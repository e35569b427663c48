import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import * as vscode from 'vscode';
import { plainText } from '../plainText';
import { message } from '../words/message';
import { Refusal } from '../words/refusal';
import { indentAt } from './indentation';
import { applyEdits, type TextEdit } from './textEdit';

export interface PreviewedEdit {
  readonly document: vscode.TextDocument;
  /** Of the document when its text was read. */
  readonly version: number;
  readonly edits: readonly TextEdit[];
  /** Where the edits are. */
  readonly label: string;
  /** What they replace and what they keep. */
  readonly action: string;
}

/**
 * Shows edits of a document in the editor's refactor preview, where the user ticks and applies or discards them. One undo takes them
 * back, and nothing is saved. Returns whether they were applied. Throws a `Refusal` when the document has changed or cannot be written.
 */
export async function applyWithPreview({ document, version, edits, label, action }: PreviewedEdit): Promise<boolean> {
  await refuseReadOnly(document.uri);
  if (document.version !== version) throw changed(document);
  const { start, end, newText } = joined(document.getText(), edits);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  edit.replace(document.uri, range, newText, needingConfirmation(label, action));
  const applied = await preview(edit, action);
  // The editor refuses by itself when the document changes under the preview; it says "applied" also when nothing was ticked.
  if (!applied && document.version !== version) throw changed(document);
  return applied && document.version !== version;
}

export function needingConfirmation(label: string, description: string): vscode.WorkspaceEditEntryMetadata {
  return { needsConfirmation: true, label: plainText(label), description: plainText(description) };
}

/** Applies an edit that needs confirmation; says what to do as long as its preview is open, which shows nothing ticked at first. What to do comes first, for a long message is cut off. */
export async function preview(edit: vscode.WorkspaceEdit, action: string): Promise<boolean> {
  const title = vscode.l10n.t('Tick the change, then choose Apply. {0}.', plainText(action));
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, () =>
    // Not as a refactoring: the setting files.refactoring.autoSave would save it.
    vscode.workspace.applyEdit(edit),
  );
}

/**
 * One edit for all: the preview lets the user tick each by itself, and one without the others would break the file. It starts where its
 * first line's content does, so that the preview shows what is replaced from a word's start.
 */
function joined(text: string, edits: readonly TextEdit[]): TextEdit {
  const first = Math.min(...edits.map((edit) => edit.start));
  const start = Math.min(first, text.lastIndexOf('\n', first - 1) + 1 + indentAt(text, first).length);
  const end = Math.max(...edits.map((edit) => edit.end));
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return { start, end, newText: applyEdits(text.slice(start, end), moved) };
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
