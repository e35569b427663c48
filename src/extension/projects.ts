import * as vscode from 'vscode';

/** Where runs are kept: in each workspace folder on a disk; without one, in the extension's own storage. */
export function projects({ globalStorageUri }: vscode.ExtensionContext): string[] {
  const folders = localFolders().map(({ uri }) => uri.fsPath);
  return folders.length > 0 ? folders : [globalStorageUri.fsPath];
}

/** The project for runs on `data`: the workspace folder that holds it; else the only one, or the one that the user picks. */
export async function projectFor(data: vscode.Uri, context: vscode.ExtensionContext): Promise<string | undefined> {
  const holder = vscode.workspace.getWorkspaceFolder(data);
  if (holder) return holder.uri.fsPath;
  const folders = localFolders();
  if (folders.length <= 1) return projects(context)[0];
  const placeHolder = vscode.l10n.t('Which folder shall keep the run?');
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder }))?.uri.fsPath;
}

/** The workspace folder with this path; undefined for the extension's own storage. */
export function workspaceFolderOf(project: string): vscode.WorkspaceFolder | undefined {
  return localFolders().find(({ uri }) => uri.fsPath === project);
}

/** The workspace's folders that are on a disk. */
export function localFolders(): vscode.WorkspaceFolder[] {
  return (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
}
