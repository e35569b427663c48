import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import * as vscode from 'vscode';
import { runPaths } from '../../run/runPaths';
import type { Host } from '../host';
import { plainText } from '../plainText';
import type { Command } from './command';
import { folderOf, pickRun } from './pickRun';

/** Shows a run, and of it one transform where that was asked for. */
export const openPanel: Command = async (host, given, transform) => {
  const show = { ...(typeof transform === 'string' && { transform }) };
  const folder = folderOf(given);
  if (folder !== undefined) {
    if (await isHere(host, folder)) return host.panels.show(folder, show);
    return void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'The run "{0}" is not on this machine: it was deleted, or made elsewhere. Learn again to have its evidence.',
        plainText(basename(folder)),
      ),
    );
  }
  const run = await pickRun(host, {
    given,
    accepts: () => true,
    placeHolder: vscode.l10n.t('Which run?'),
    none: vscode.l10n.t('There are no runs yet. Start with "Safe Aug: Learn".'),
  });
  return run && host.panels.show(run.folder, show);
};

/** A link in a safe-aug.json may lead to a run that only its author has; one that is coming up has no file yet. */
async function isHere({ supervisor }: Host, folder: string): Promise<boolean> {
  if (supervisor.live().some((run) => run.folder === folder)) return true;
  return access(runPaths(folder).manifest).then(
    () => true,
    () => false,
  );
}
