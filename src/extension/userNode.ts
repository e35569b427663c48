import * as vscode from 'vscode';
import { localFolders } from './projects';
import { settings } from './settings';
import { findNode } from './supervisor/findNode';
import type { NodeRuntime } from './supervisor/nodeRuntime';

/**
 * Looks for the Node that a folder shall have, by its setting; without a folder, or for one outside of the workspace, by that of the
 * workspace's first, where such runs are kept. Once for each value of the setting; what was not found is looked for again, since it may be
 * installed meanwhile.
 */
export function createNodeFinder(): (folder?: string) => Promise<NodeRuntime> {
  const found = new Map<string, Promise<NodeRuntime>>();
  return async (folder) => {
    const setting = settings.nodePath(holderOf(folder));
    const node = found.get(setting) ?? findNode({ setting });
    found.set(setting, node);
    try {
      return await node;
    } catch (error) {
      found.delete(setting);
      throw error;
    }
  };
}

function holderOf(folder: string | undefined): vscode.Uri | undefined {
  const holder = folder === undefined ? undefined : vscode.workspace.getWorkspaceFolder(vscode.Uri.file(folder));
  return (holder ?? localFolders()[0])?.uri;
}
