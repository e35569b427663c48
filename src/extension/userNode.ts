import { settings } from './settings';
import { findNode } from './supervisor/findNode';
import type { NodeRuntime } from './supervisor/nodeRuntime';

/** Looks for Node once for each value of the setting; what was not found is looked for again, since it may be installed meanwhile. */
export function createNodeFinder(): () => Promise<NodeRuntime> {
  let found: { readonly setting: string; readonly node: Promise<NodeRuntime> } | null = null;
  return async () => {
    const setting = settings.nodePath();
    if (found?.setting !== setting) found = { setting, node: findNode({ setting }) };
    try {
      return await found.node;
    } catch (error) {
      found = null;
      throw error;
    }
  };
}
