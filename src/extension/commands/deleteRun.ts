import * as vscode from 'vscode';
import type { Host } from '../host';
import { mayLearn } from '../mayLearn';
import type { IndexedRun } from '../runs/runIndex';
import { runName, startOf } from '../runs/runNames';
import { isLive } from '../supervisor/runPhase';
import type { Command } from './command';
import { folderOf, pickRun } from './pickRun';

/** Moves runs to the trash after asking; a run in progress is refused. `all`: the items that are selected in the tree. */
export const deleteRun: Command = async (host, given, all) => {
  if (!(await mayLearn())) return;
  const runs = Array.isArray(all) && all.length > 1 ? await selectedRuns(host, all) : await oneRun(host, given);
  if (runs.length === 0) return;
  const answer = vscode.l10n.t('Delete');
  const question =
    runs.length === 1
      ? vscode.l10n.t(
          'Delete the run on {0}, {1}?',
          runName(runs[0].manifest),
          startOf(runs[0].manifest, vscode.env.language),
        )
      : vscode.l10n.t('Delete {0} runs?', runs.length);
  const detail =
    runs.length === 1
      ? vscode.l10n.t('Its evidence, pictures and checkpoint go to the trash. safe-aug.json and your images stay.')
      : vscode.l10n.t('Their evidence, pictures and checkpoints go to the trash. safe-aug.json and your images stay.');
  if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, answer)) !== answer) return;
  for (const { folder } of runs) {
    if (await host.supervisor.isRunning(folder)) continue;
    host.panels.close(folder);
    await remove(vscode.Uri.file(folder));
  }
  await host.runs.refreshNow();
};

async function oneRun(host: Host, given: unknown): Promise<IndexedRun[]> {
  const run = await pickRun(host, {
    given,
    accepts: ({ phase }) => !isLive(phase),
    placeHolder: vscode.l10n.t('Delete which run?'),
    none: nothingToDelete(),
  });
  return run ? [run] : [];
}

async function selectedRuns(host: Host, all: readonly unknown[]): Promise<IndexedRun[]> {
  const folders = new Set(all.map(folderOf));
  const runs = (await host.runs.all()).filter(({ folder, phase }) => folders.has(folder) && !isLive(phase));
  if (runs.length === 0) void vscode.window.showInformationMessage(nothingToDelete());
  return runs;
}

function nothingToDelete(): string {
  return vscode.l10n.t('There is no run to delete. Stop a run that is in progress first.');
}

/** Remote hosts have no trash. */
async function remove(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uri, { recursive: true, useTrash: true });
  } catch {
    await vscode.workspace.fs.delete(uri, { recursive: true, useTrash: false });
  }
}
