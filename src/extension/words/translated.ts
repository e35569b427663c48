import * as vscode from 'vscode';
import type { Message } from './message';

/** A sentence in the editor's language. */
export function translated({ text, values }: Message): string {
  return vscode.l10n.t(text, ...values.map((value) => (typeof value === 'object' ? translated(value) : value)));
}
