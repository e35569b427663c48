import * as vscode from 'vscode';
import { plainText } from '../../plainText';
import { findFiles } from '../discovery/findFiles';
import { isInsertable } from '../places';
import { translated } from '../../words/translated';

interface FileItem extends vscode.QuickPickItem {
  /** Undefined = another file, from a dialog. */
  readonly uri?: vscode.Uri;
}

/** The file that the user picks: the one in the active editor first, then what was found in the workspace, or any other. */
export async function pickFile(): Promise<vscode.Uri | undefined> {
  const search = new vscode.CancellationTokenSource();
  const pick = vscode.window.createQuickPick<FileItem>();
  pick.title = vscode.l10n.t('Insert Safe Set into Config');
  pick.placeholder = vscode.l10n.t('Into which file?');
  pick.matchOnDescription = true;
  pick.busy = true;
  pick.items = itemsFor([]);
  void findFiles(search.token).then((found) => {
    pick.busy = false;
    pick.items = itemsFor(
      found.map(({ uri, path, reason }) => ({ uri, label: plainText(path), description: translated(reason) })),
    );
  });
  try {
    const item = await chosen(pick);
    return item && (item.uri ?? (await otherFile()));
  } finally {
    search.cancel();
    search.dispose();
    pick.dispose();
  }
}

function itemsFor(found: readonly FileItem[]): FileItem[] {
  const active = vscode.window.activeTextEditor?.document;
  const current: FileItem[] =
    active && isInsertable(active.fileName)
      ? [
          {
            uri: active.uri,
            label: plainText(vscode.workspace.asRelativePath(active.uri)),
            description: vscode.l10n.t('the file in the editor'),
          },
        ]
      : [];
  const others = found.filter(({ uri }) => uri?.toString() !== active?.uri.toString());
  return [...current, ...others, { label: vscode.l10n.t('Choose Another File…'), alwaysShow: true }];
}

async function otherFile(): Promise<vscode.Uri | undefined> {
  const filters = { [vscode.l10n.t('Python and configuration')]: ['py', 'yaml', 'yml', 'json', 'jsonc', 'toml'] };
  const [uri] = (await vscode.window.showOpenDialog({ filters })) ?? [];
  return uri;
}

/** The item that is accepted; undefined when the list is closed. */
export function chosen<T extends vscode.QuickPickItem>(pick: vscode.QuickPick<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    pick.onDidAccept(() => resolve(pick.selectedItems[0]));
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
}
