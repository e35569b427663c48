import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { runPaths } from '../../run/runPaths';
import { runName } from '../runs/runNames';
import type { Command } from './command';
import { pickRunWithResult } from './pickRunWithResult';

/** Before anything of the file: a report carries the same policy, but what lies in a run folder may be anybody's. */
const policy = `<!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`;

/** Shows the HTML report in an editor tab, which works wherever the editor's window is. No script runs and nothing is loaded. */
export const openReport: Command = async (host, given) => {
  const run = await pickRunWithResult(host, given, vscode.l10n.t('Whose report?'));
  if (!run) return;
  const html = await readFile(runPaths(run.folder).report, 'utf8');
  const title = vscode.l10n.t('Report: {0}', runName(run.manifest));
  const options = { enableScripts: false, enableFindWidget: true, localResourceRoots: [] };
  const { webview } = vscode.window.createWebviewPanel('safeAug.report', title, vscode.ViewColumn.Active, options);
  webview.html = policy + html;
  if (run.summary?.chosenThreshold != null) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'The report keeps the threshold that the run was started with. The panel, the list of runs, exports and insertions follow the one that you chose: {0}.',
        run.summary.chosenThreshold,
      ),
    );
  }
};
