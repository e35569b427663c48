import type * as vscode from 'vscode';

const key = 'recentDataFolders';
const most = 8;

/** Data sets that were learned from lately in this workspace, the last one first. */
export function recentFolders({ workspaceState }: Pick<vscode.ExtensionContext, 'workspaceState'>): string[] {
  const kept = workspaceState.get<unknown>(key);
  return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : [];
}

/** Puts a data set first. */
export async function rememberFolder(
  { workspaceState }: Pick<vscode.ExtensionContext, 'workspaceState'>,
  folder: string,
): Promise<void> {
  const others = recentFolders({ workspaceState }).filter((one) => one !== folder);
  await workspaceState.update(key, [folder, ...others].slice(0, most));
}
