import * as vscode from 'vscode';
import { installsAlbumentationsX } from './discovery/findFiles';
import { pickFile } from './picks/pickFile';
import { pickKeyPath } from './picks/pickKeyPath';
import { atKeyPath, pickPlace } from './picks/pickPlace';
import type { Insertion, Place } from './place';
import { findPlaces, isPython } from './places';
import { applyWithPreview, refuseReadOnly } from './previewedEdit';
import { createPythonParser } from './python/pythonParser';
import { tellRefusal } from '../words/tellRefusal';
import type { SafeSet } from './safeSet';
import { translated } from '../words/translated';

export interface InsertSafeSetOptions {
  readonly safeSet: SafeSet;
  /** Folder of the extension's bundle, with the Python parser's two .wasm files in it. */
  readonly distFolder: string;
  readonly log: vscode.LogOutputChannel;
  /** Default: the user picks one. */
  readonly file?: vscode.Uri;
}

/**
 * Inserts a safe set where the user picks: a file, a place in it, and a look at the edit before it is applied. It goes into the open
 * document, unsaved text included, and is left to the user to save. Returns whether it was applied; says why where it cannot be.
 */
export async function insertSafeSet(options: InsertSafeSetOptions): Promise<boolean> {
  const inserted = await tellRefusal(options.log, async () => {
    const uri = options.file ?? (await pickFile());
    return uri !== undefined && insertInto(uri, options);
  });
  return inserted === true;
}

async function insertInto(uri: vscode.Uri, options: InsertSafeSetOptions): Promise<boolean> {
  await refuseReadOnly(uri);
  const document = await vscode.workspace.openTextDocument(uri);
  const { version } = document;
  const place = await placeIn(document, options);
  if (!place) return false;
  const { edits, notes }: Insertion = place.insertion();
  if (edits.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The file holds this safe set already.'));
    return false;
  }
  const action = translated(place.action);
  const applied = await applyWithPreview({ document, version, edits, label: place.label, action });
  if (!applied) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Nothing was inserted: the change was discarded, or not ticked in the preview.'),
    );
    return false;
  }
  await vscode.window.showTextDocument(document, { selection: rangeAt(document, edits[0].start), preview: false });
  void showNotes(options.log, notes.map(translated));
  return true;
}

async function placeIn(
  document: vscode.TextDocument,
  { safeSet, distFolder }: InsertSafeSetOptions,
): Promise<Place | undefined> {
  const text = document.getText();
  const albumentations = (await installsAlbumentationsX(document.uri)) ? 'x' : '2.0.8';
  const parser = isPython(document.fileName) ? await createPythonParser(distFolder) : null;
  const { places, keyPaths } = (() => {
    try {
      const cursor = cursorIn(document);
      return findPlaces({ fileName: document.fileName, text, safeSet, albumentations, cursor, parser });
    } finally {
      parser?.close();
    }
  })();
  const place = await pickPlace(places, { keyPaths: keyPaths !== null });
  if (place !== atKeyPath) return place;
  return keyPaths ? pickKeyPath(keyPaths) : undefined;
}

function cursorIn(document: vscode.TextDocument): number | null {
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  return editor ? document.offsetAt(editor.selection.active) : null;
}

function rangeAt(document: vscode.TextDocument, offset: number): vscode.Range {
  const position = document.positionAt(offset);
  return new vscode.Range(position, position);
}

/** What could not be expressed and what to mind; all of it in the log. */
async function showNotes(log: vscode.LogOutputChannel, notes: readonly string[]): Promise<void> {
  if (notes.length === 0) return;
  for (const note of notes) log.info(note);
  const show = vscode.l10n.t('Show All');
  const more = notes.length > 1 ? ` ${vscode.l10n.t('({0} notes in all)', notes.length)}` : '';
  if ((await vscode.window.showWarningMessage(notes[0] + more, show)) === show) log.show();
}
