import * as vscode from 'vscode';
import { mayLearn } from '../mayLearn';
import { settings } from '../settings';
import { canResume } from '../supervisor/runPhase';
import type { Command } from './command';
import { pickRun } from './pickRun';

/** Goes on with a run that ended early. */
export const resume: Command = async (host, given) => {
  if (!(await mayLearn())) return;
  const run = await pickRun(host, {
    given,
    accepts: ({ phase }) => canResume(phase),
    placeHolder: vscode.l10n.t('Which run shall go on?'),
    none: vscode.l10n.t('There is no run to resume: none was stopped early, interrupted or failed.'),
  });
  if (!run) return;
  await host.supervisor.resume(run.folder, { project: run.project, keepRunning: settings.keepRunning() });
  await host.panels.show(run.folder);
};
