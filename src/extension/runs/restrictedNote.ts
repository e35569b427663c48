import * as vscode from 'vscode';
import type { RunIndex } from './runIndex';

/** Says above the runs of a workspace that is not trusted why most commands are off; without runs, the view's welcome says it. */
export function noteRestrictedMode(tree: Pick<vscode.TreeView<unknown>, 'message'>, runs: RunIndex): vscode.Disposable {
  const update = async (): Promise<void> => {
    const isRestricted = !vscode.workspace.isTrusted && (await runs.all()).length > 0;
    tree.message = isRestricted
      ? vscode.l10n.t(
          'Restricted Mode: runs can be looked at. Learning and writing are off until you trust this workspace.',
        )
      : '';
  };
  return vscode.Disposable.from(
    runs.onDidChange(() => void update()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void update()),
  );
}
