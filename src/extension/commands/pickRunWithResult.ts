import * as vscode from 'vscode';
import type { Host } from '../host';
import type { IndexedRun } from '../runs/runIndex';
import { pickRun } from './pickRun';

/** As `pickRun`, of the runs that have measured something and ended. */
export function pickRunWithResult(host: Host, given: unknown, placeHolder: string): Promise<IndexedRun | undefined> {
  return pickRun(host, {
    given,
    accepts: ({ summary }) => summary !== null,
    placeHolder,
    none: vscode.l10n.t(
      'There is no result yet. Let a run end, or stop it: what it measured so far becomes its result.',
    ),
  });
}
