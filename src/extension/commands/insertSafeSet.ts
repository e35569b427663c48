import * as vscode from 'vscode';
import { mayLearn } from '../mayLearn';
import { judgedResult } from '../runs/judgedResult';
import type { Command } from './command';
import { pickRunWithResult } from './pickRunWithResult';

/** Inserts the safe set of a run into a config or a Python file of the project. */
export const insertSafeSet: Command = async (host, given) => {
  if (!(await mayLearn())) return;
  const run = await pickRunWithResult(host, given, vscode.l10n.t('Insert the safe set of which run?'));
  if (!run) return;
  const result = await judgedResult(run.folder, host.panels.thresholdOf(run.folder));
  void result;
};
