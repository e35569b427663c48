import * as vscode from 'vscode';

/** Whether something may be started or written here; where not, it is said why. */
export async function mayLearn(): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const manage = vscode.l10n.t('Manage Workspace Trust');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'Safe Aug learns only in trusted workspaces: the images are decoded by native code, and runs write files. Runs that are here can be looked at.',
    ),
    manage,
  );
  if (answer === manage) await vscode.commands.executeCommand('workbench.trust.manage');
  return false;
}

/** The path of a folder on this machine; undefined, and said why, for one that is elsewhere (a repository on the web, an archive). */
export function localPath(uri: vscode.Uri): string | undefined {
  if (uri.scheme === 'file') return uri.fsPath;
  void vscode.window.showWarningMessage(
    vscode.l10n.t(
      'Safe Aug reads images from a disk, and "{0}" is not on one ({1}). Open a folder of this machine, or connect to the machine that has it.',
      uri.path,
      uri.scheme,
    ),
  );
  return undefined;
}
