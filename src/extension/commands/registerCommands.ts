import * as vscode from 'vscode';
import type { Host } from '../host';
import { plainText } from '../plainText';
import type { Command } from './command';

/** All commands; each is loaded when it is first used. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  'safeAug.learn': async () => (await import('./learn')).learn,
  'safeAug.learnToy': async () => (await import('./learnToy')).learnToy,
  'safeAug.learnAgain': async () => (await import('./learnAgain')).learnAgain,
  'safeAug.stop': async () => (await import('./stop')).stop,
  'safeAug.stopNow': async () => (await import('./stop')).stopNow,
  'safeAug.resume': async () => (await import('./resume')).resume,
  'safeAug.openPanel': async () => (await import('./openPanel')).openPanel,
  'safeAug.openReport': async () => (await import('./openReport')).openReport,
  'safeAug.export': async () => (await import('./export')).exportSafeSet,
  'safeAug.writeSafeAugFile': async () => (await import('./writeSafeAugFile')).writeSafeAugFile,
  'safeAug.insertSafeSet': async () => (await import('./insertSafeSet')).insertSafeSet,
  'safeAug.compareRuns': async () => (await import('./compareRuns')).compareRuns,
  'safeAug.revealRun': async () => (await import('./revealRun')).revealRun,
  'safeAug.deleteRun': async () => (await import('./deleteRun')).deleteRun,
  'safeAug.refreshRuns': async () => (host) => host.runs.refreshNow(),
  'safeAug.showLog': async () => (await import('./showLog')).showLog,
  'safeAug.copyDiagnostics': async () => (await import('./copyDiagnostics')).copyDiagnostics,
  'safeAug.doctor': async () => (await import('./doctor')).doctor,
};

/** Registers all commands; an error of one is logged and shown. */
export function registerCommands(host: Host): vscode.Disposable[] {
  return Object.entries(commands).map(([id, load]) =>
    vscode.commands.registerCommand(id, async (...args: readonly unknown[]) => {
      try {
        return await (
          await load()
        )(host, ...args);
      } catch (error) {
        await showError(host, id, error);
        return undefined;
      }
    }),
  );
}

async function showError({ log }: Host, id: string, error: unknown): Promise<void> {
  log.error(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
  const show = vscode.l10n.t('Show Log');
  const message = plainText(error instanceof Error ? error.message : String(error));
  if ((await vscode.window.showErrorMessage(message, show)) === show) log.show();
}
