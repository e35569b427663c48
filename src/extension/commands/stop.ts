import * as vscode from 'vscode';
import { isLive } from '../supervisor/runPhase';
import type { Host } from '../host';
import type { IndexedRun } from '../runs/runIndex';
import type { Command } from './command';
import { folderOf, pickRun } from './pickRun';

/** Ends a run with a checkpoint and a partial result. */
export const stop: Command = async (host, given) => {
  const folder = await liveFolder(host, given, (run) => run.phase !== 'stopping');
  if (folder !== undefined) await host.supervisor.stop(folder);
};

/** Ends a run's processes at once. */
export const stopNow: Command = async (host, given) => {
  const folder = await liveFolder(host, given, () => true);
  if (folder !== undefined) await host.supervisor.stopNow(folder);
};

/** A run that is still coming up is in no list yet, so one that was named is taken as it is. */
async function liveFolder(
  host: Host,
  given: unknown,
  accepts: (run: IndexedRun) => boolean,
): Promise<string | undefined> {
  const folder = folderOf(given);
  if (folder !== undefined && host.supervisor.live().some((run) => run.folder === folder)) return folder;
  const run = await pickRun(host, {
    given,
    accepts: (one) => isLive(one.phase) && accepts(one),
    placeHolder: vscode.l10n.t('Which run shall stop?'),
    none: vscode.l10n.t('No run is in progress, so there is nothing to stop.'),
  });
  return run?.folder;
}
