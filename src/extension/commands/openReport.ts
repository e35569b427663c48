import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { runPaths } from '../../run/runPaths';
import { runName } from '../runs/runNames';
import type { Command } from './command';
import { pickRunWithResult } from './pickRunWithResult';

/**
 * Shows the HTML report in an editor tab, which works wherever the editor's window is. The report carries its own policy (no
 * scripts, nothing loaded) and the tab adds none.
 */
export const openReport: Command = async (host, given) => {
  const run = await pickRunWithResult(host, given, vscode.l10n.t('Whose report?'));
  if (!run) return;
  const html = await readFile(runPaths(run.folder).report, 'utf8');
  const title = vscode.l10n.t('Report: {0}', runName(run.manifest));
  const options = { enableScripts: false, enableFindWidget: true, localResourceRoots: [] };
  vscode.window.createWebviewPanel('safeAug.report', title, vscode.ViewColumn.Active, options).webview.html = html;
};
