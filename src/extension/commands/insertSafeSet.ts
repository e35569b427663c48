import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import type { Host } from '../host';
import { insertSafeSet as insert } from '../insertion/insertSafeSet';
import { safeSetOfFile, safeSetOfResult, type SafeSet } from '../insertion/safeSet';
import { mayLearn } from '../mayLearn';
import { judgedResult } from '../runs/judgedResult';
import { parseSafeAugFile } from '../safeAugFile/parseSafeAugFile';
import { safeAugFiles } from '../safeAugFile/safeAugFiles';
import type { Command } from './command';
import { pickRunWithResult } from './pickRunWithResult';

/**
 * Inserts a safe set into a config or a Python file of the project: that of a run, or where there is none, the one that the project
 * keeps in safe-aug.json. `given`: a run, or the file that shall take it.
 */
export const insertSafeSet: Command = async (host, given) => {
  if (!(await mayLearn())) return;
  const safeSet = await safeSetFor(host, given);
  if (!safeSet) return;
  const { log, program } = host;
  const file = given instanceof vscode.Uri ? { file: given } : {};
  await insert({ safeSet, distFolder: dirname(program), log, ...file });
};

async function safeSetFor(host: Host, given: unknown): Promise<SafeSet | undefined> {
  const hasResults = (await host.runs.all()).some(({ summary }) => summary !== null);
  const [kept] = hasResults ? [] : await safeAugFiles();
  if (kept !== undefined) return safeSetOfFile(parseSafeAugFile(await readFile(kept, 'utf8'), kept));
  const run = await pickRunWithResult(host, given, vscode.l10n.t('Insert the safe set of which run?'));
  return run && safeSetOfResult(await judgedResult(run.folder, host.panels.thresholdOf(run.folder)));
}
