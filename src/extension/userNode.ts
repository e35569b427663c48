import * as vscode from 'vscode';
import { settings } from './settings';
import { findNode } from './supervisor/findNode';
import type { NodeRuntime } from './supervisor/nodeRuntime';

/**
 * Looks for the Node that a folder shall have, by its setting; without a folder, the window's. Once for each value of the setting;
 * what was not found is looked for again, since it may be installed meanwhile.
 */
export function createNodeFinder(): (folder?: string) => Promise<NodeRuntime> {
  const found = new Map<string, Promise<NodeRuntime>>();
  return async (folder) => {
    const setting = settings.nodePath(folder === undefined ? undefined : vscode.Uri.file(folder));
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
