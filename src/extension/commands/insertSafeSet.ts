import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import type { Host } from '../host';
import { insertSafeSet as insert } from '../insertion/insertSafeSet';
import { safeSetOfFile, safeSetOfResult, type SafeSet } from '../insertion/safeSet';
import { mayLearn } from '../mayLearn';
import { plainText } from '../plainText';
import { judgedResult } from '../runs/judgedResult';
import { parseSafeAugFile } from '../safeAugFile/parseSafeAugFile';
import { safeAugFiles } from '../safeAugFile/safeAugFiles';
import { tellRefusal } from '../words/tellRefusal';
import type { Command } from './command';
import { pickRunWithResult } from './pickRunWithResult';

/**
 * Inserts a safe set into a config or a Python file of the project: that of a run, or where there is none, the one that the project
 * keeps in safe-aug.json. `given`: a run, or the file that shall take it.
 */
export const insertSafeSet: Command = async (host, given) => {
  if (!(await mayLearn())) return;
  const { log, program } = host;
  const safeSet = await tellRefusal(log, () => safeSetFor(host, given));
  if (!safeSet) return;
  const file = given instanceof vscode.Uri ? { file: given } : {};
  await insert({ safeSet, distFolder: dirname(program), log, ...file });
};

async function safeSetFor(host: Host, given: unknown): Promise<SafeSet | undefined> {
  const hasResults = (await host.runs.all()).some(({ summary }) => summary !== null);
  const kept = hasResults ? [] : await safeAugFiles();
  if (kept.length > 0) {
    const path = await pickKept(kept, given);
    return path === undefined ? undefined : safeSetOfFile(parseSafeAugFile(await readFile(path, 'utf8'), path));
  }
  const run = await pickRunWithResult(host, given, vscode.l10n.t('Insert the safe set of which run?'));
  return run && safeSetOfResult(await judgedResult(run.folder, host.panels.thresholdOf(run.folder)));
}

/** The safe-aug.json of the folder that holds the file which shall take the set; else the only one, or the one that the user picks. */
async function pickKept(kept: readonly string[], given: unknown): Promise<string | undefined> {
  const holder = given instanceof vscode.Uri ? vscode.workspace.getWorkspaceFolder(given) : undefined;
  const near = kept.filter((path) => holder === undefined || dirname(path) === holder.uri.fsPath);
  const choices = near.length > 0 ? near : kept;
  if (choices.length === 1) return choices[0];
  const items = choices.map((path) => ({ path, label: plainText(vscode.workspace.asRelativePath(path)) }));
  const placeHolder = vscode.l10n.t('Insert the safe set of which safe-aug.json?');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.path;
}
