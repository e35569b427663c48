import * as vscode from 'vscode';
import type { Host } from '../host';
import { plainText } from '../plainText';
import type { IndexedRun } from '../runs/runIndex';
import { runName, startOf } from '../runs/runNames';
import { phaseWord, verdictCounts } from '../runs/runWords';

export interface PickRunOptions {
  /** What the command was called with: a run's folder, or an item of the tree that has one. */
  readonly given: unknown;
  /** Which runs the command can work on. */
  readonly accepts: (run: IndexedRun) => boolean;
  readonly placeHolder: string;
  /** Said when there is none. */
  readonly none: string;
}

/** The run that a command is meant for: the one it was called with, the only possible one, or the one that the user picks. */
export async function pickRun(host: Host, options: PickRunOptions): Promise<IndexedRun | undefined> {
  const { given, accepts, placeHolder, none } = options;
  const runs = (await host.runs.all()).filter(accepts);
  const folder = folderOf(given);
  if (folder !== undefined) {
    const run = runs.find((one) => one.folder === folder);
    if (!run) void vscode.window.showInformationMessage(none);
    return run;
  }
  if (runs.length === 0) {
    void vscode.window.showInformationMessage(none);
    return undefined;
  }
  if (runs.length === 1) return runs[0];
  const items = runs.map((run) => ({
    run,
    label: plainText(runName(run.manifest)),
    description: `${phaseWord(run.phase)}, ${startOf(run.manifest, vscode.env.language)}`,
    ...(run.summary && { detail: verdictCounts(run.summary) }),
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.run;
}

/** The run folder in a command's argument; undefined where there is none. */
export function folderOf(given: unknown): string | undefined {
  if (typeof given === 'string') return given;
  if (typeof given !== 'object' || given === null || !('folder' in given)) return undefined;
  return typeof given.folder === 'string' ? given.folder : undefined;
}
