import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { Host } from '../host';
import { plainText } from '../plainText';
import { projects } from '../projects';
import { findImageFolders } from './findImageFolders';
import { inspectionWords } from './inspectionWords';
import { recentFolders } from './recentFolders';

/** What to learn from: a folder, or the generated arrows. */
export type DataChoice = { readonly kind: 'folder'; readonly uri: vscode.Uri } | { readonly kind: 'toy' };

interface FolderItem extends vscode.QuickPickItem {
  readonly choice?: DataChoice | 'browse';
}

/** Folders that are inspected for the list; the others are offered by name. */
const mostInspected = 8;

/** Asks which folder; undefined when the user gave up. Recent data sets come first, then what the workspace holds. */
export async function askForFolder(host: Host): Promise<DataChoice | undefined> {
  const picker = vscode.window.createQuickPick<FolderItem>();
  picker.title = vscode.l10n.t('Safe Aug: Learn (1/2)');
  picker.placeholder = vscode.l10n.t(
    'Which images? A folder with one folder a class, CIFAR or MNIST files, or just pictures',
  );
  picker.matchOnDescription = true;
  picker.ignoreFocusOut = true;
  const search = new AbortController();
  try {
    const accepted = new Promise<FolderItem | undefined>((resolve) => {
      picker.onDidAccept(() => resolve(picker.activeItems[0]));
      picker.onDidHide(() => resolve(undefined));
    });
    picker.show();
    void fill(picker, host, search.signal);
    const choice = (await accepted)?.choice;
    return choice === 'browse' ? browse() : choice;
  } finally {
    search.abort();
    picker.dispose();
  }
}

/** Shows recent and found folders at once, and what they are as soon as it is known. */
async function fill(picker: vscode.QuickPick<FolderItem>, host: Host, signal: AbortSignal): Promise<void> {
  const recent = recentFolders(host.context);
  const words = new Map<string, string>();
  let found: string[] = [];
  let isUntouched = true;
  let shown: string | undefined;
  const show = (): void => {
    if (signal.aborted) return;
    // What the user has chosen stays chosen while the list grows above it.
    const active = isUntouched ? undefined : picker.activeItems[0]?.label;
    picker.items = [
      ...section(vscode.l10n.t('Recent'), recent, words),
      ...section(vscode.l10n.t('In this workspace'), found, words),
      { label: '', kind: vscode.QuickPickItemKind.Separator },
      { label: vscode.l10n.t('$(folder-opened) Choose a Folder…'), choice: 'browse' },
      {
        label: vscode.l10n.t('$(beaker) Generated Arrows'),
        description: vscode.l10n.t(
          'a toy set: a flip that nobody can see and that breaks every label; a minute or two',
        ),
        choice: { kind: 'toy' },
      },
    ];
    const same = picker.items.find(({ label }) => label === active);
    const first = picker.items.find(({ choice }) => choice !== undefined);
    shown = (same ?? first)?.label;
    if (same ?? first) picker.activeItems = [(same ?? first) as FolderItem];
  };
  picker.onDidChangeActive(([item]) => (isUntouched &&= item === undefined || item.label === shown));
  picker.busy = true;
  show();
  const lists = await Promise.all(projects(host.context).map((project) => findImageFolders(project, { signal })));
  found = lists.flat().filter((folder) => !recent.includes(folder));
  show();
  for (const folder of [...recent, ...found].slice(0, mostInspected)) {
    if (signal.aborted) return;
    words.set(folder, inspectionWords(await host.inspections.inspect(folder)));
    show();
  }
  if (!signal.aborted) picker.busy = false;
}

function section(title: string, folders: readonly string[], words: ReadonlyMap<string, string>): FolderItem[] {
  if (folders.length === 0) return [];
  return [
    { label: title, kind: vscode.QuickPickItemKind.Separator },
    ...folders.map((folder): FolderItem => {
      const uri = vscode.Uri.file(folder);
      const path = vscode.workspace.asRelativePath(uri);
      return {
        label: `$(folder) ${plainText(basename(folder))}`,
        ...(path !== basename(folder) && { description: plainText(path) }),
        detail: words.get(folder) ?? '…',
        choice: { kind: 'folder', uri },
      };
    }),
  ];
}

async function browse(): Promise<DataChoice | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: vscode.l10n.t('Learn from This Folder'),
  });
  return chosen?.[0] && { kind: 'folder', uri: chosen[0] };
}
