import { arch, platform, release } from 'node:os';
import * as vscode from 'vscode';
import type { Host } from '../host';
import { localFolders } from '../projects';
import { runProgram } from '../runProgram';
import { settings } from '../settings';
import type { Command } from './command';

const limitMs = 60_000;

/** Copies what a bug report needs: versions, settings, how runs ended. No names of files, folders or classes. */
export const copyDiagnostics: Command = async (host) => {
  const { context } = host;
  const manifest = context.extension.packageJSON as { version: string };
  const lines = [
    `Safe Aug ${manifest.version}`,
    `VS Code ${vscode.version}, ${vscode.env.appHost}, ${vscode.env.remoteName === undefined ? 'local' : 'remote'}`,
    `System ${platform()} ${release()} ${arch()}`,
    `Workspace ${vscode.workspace.workspaceFolders?.length ?? 0} folders, ${vscode.workspace.isTrusted ? 'trusted' : 'not trusted'}`,
    `Settings ${JSON.stringify({ ...settingsWithoutPaths() })}`,
    `Node ${await nodeLine(host)}`,
    ...(await runLines(host)),
    ...(vscode.workspace.isTrusted ? ['', (await runProgram(host, ['doctor'], { limitMs }).catch(sayError)).text] : []),
  ];
  await vscode.env.clipboard.writeText(lines.join('\n'));
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Diagnostics copied. They hold versions, settings and how runs ended, and no names of yours.'),
  );
};

function settingsWithoutPaths(): Record<string, unknown> {
  const { nodePath, defaultBudget, threads, keepRunning, codeLens } = settings;
  return {
    nodePath: nodePath(localFolders()[0]?.uri) === '' ? 'not set' : 'set',
    defaultBudget: defaultBudget(),
    threads: threads(),
    keepRunning: keepRunning(),
    codeLens: codeLens(),
  };
}

async function nodeLine({ findNode }: Host): Promise<string> {
  try {
    const { version, foundIn } = await findNode();
    return `${version}, from ${foundIn}`;
  } catch {
    return 'not found';
  }
}

async function runLines({ runs }: Host): Promise<string[]> {
  return (await runs.all()).slice(0, 10).map(({ manifest, phase, summary }) => {
    const measured = summary ? `, ${summary.presentations} presentations` : '';
    return `Run ${manifest.startedAt}, ${phase}, by ${manifest.safeAugVersion}${measured}`;
  });
}

function sayError(error: unknown): { text: string } {
  return { text: error instanceof Error ? error.message : String(error) };
}
