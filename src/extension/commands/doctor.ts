import * as vscode from 'vscode';
import { mayLearn } from '../mayLearn';
import { runProgram } from '../runProgram';
import type { Command } from './command';

const limitMs = 60_000;

/** Checks that everything that learning needs works on this machine, and shows the findings in the log. */
export const doctor: Command = async (host) => {
  if (!(await mayLearn())) return;
  const title = vscode.l10n.t('Safe Aug: checking this machine');
  const location = vscode.ProgressLocation.Notification;
  const { text, exitCode } = await vscode.window.withProgress({ location, title }, () =>
    runProgram(host, ['doctor'], { limitMs }),
  );
  host.log.info(`Doctor:\n${text}`);
  host.log.show();
  if (exitCode === 0) void vscode.window.showInformationMessage(vscode.l10n.t('Safe Aug works on this machine.'));
  else
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Something that Safe Aug needs does not work; the log says what.'),
    );
};
