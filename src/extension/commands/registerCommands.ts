import * as vscode from 'vscode';
import type { Host } from '../host';
import { plainText } from '../plainText';
import { commandNames, type CommandName } from './commandNames';

/** Registers all commands; what they do is loaded when one is first used. An error is logged and shown. */
export function registerCommands(host: Host): vscode.Disposable[] {
  return commandNames.map((name) =>
    vscode.commands.registerCommand(`safeAug.${name}`, async (...args: readonly unknown[]) => {
      try {
        const { commands } = await import('../onDemand');
        return await commands[name](host, ...args);
      } catch (error) {
        await showError(host, name, error);
        return undefined;
      }
    }),
  );
}

async function showError({ log }: Host, name: CommandName, error: unknown): Promise<void> {
  log.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
  const show = vscode.l10n.t('Show Log');
  const message = plainText(error instanceof Error ? error.message : String(error));
  if ((await vscode.window.showErrorMessage(message, show)) === show) log.show();
}
