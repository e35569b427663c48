import * as vscode from 'vscode';
import { Refusal } from './refusal';
import { translated } from './translated';

/** Does some work; where it is refused, it is said why in the editor's language, and the outcome is undefined. */
export async function tellRefusal<T>(
  log: Pick<vscode.LogOutputChannel, 'warn'>,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    log.warn(error.message);
    void vscode.window.showErrorMessage(translated(error.reason));
    return undefined;
  }
}
