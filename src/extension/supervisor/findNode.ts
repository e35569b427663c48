import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { nodeOfLoginShell } from './loginShell';
import { oldestNode, probeNode, type NodeRuntime } from './nodeRuntime';

export interface FindNodeOptions {
  /** The user's setting: the path of a Node program; empty when not set. If set, nothing else is tried. */
  readonly setting: string;
  /** This process: what it runs on, and whether that is an Electron. Default: the real one. */
  readonly host?: { readonly execPath: string; readonly isElectron: boolean };
  /** Default: PATH. */
  readonly searchPath?: string;
  /** Default: SHELL; null = none. */
  readonly shell?: string | null;
}

/** No usable Node. The message says what was tried, what was wrong with it, and what to do. */
export class NodeNotFoundError extends Error {
  override readonly name = 'NodeNotFoundError';
}

/**
 * Finds a Node that can run the program: the one of the setting; else this process's own where that is Node and not Electron
 * (remote hosts); else the one on PATH; else the one that the login shell finds (version managers). Each is asked what it is.
 */
export async function findNode({
  setting,
  host = { execPath: process.execPath, isElectron: process.versions.electron !== undefined },
  searchPath = process.env.PATH ?? '',
  shell = process.env.SHELL ?? null,
}: FindNodeOptions): Promise<NodeRuntime> {
  const tried: string[] = [];
  const attempt = async (path: string | null, foundIn: string): Promise<NodeRuntime | null> => {
    try {
      if (path === null) throw new Error('there is no "node" in it');
      return { path, foundIn, ...(await probeNode(path)) };
    } catch (error) {
      tried.push(`${foundIn}${path === null ? '' : ` (${path})`}: ${(error as Error).message}`);
      return null;
    }
  };
  const found =
    setting !== ''
      ? await attempt(setting, 'the setting safeAug.nodePath')
      : ((host.isElectron ? null : await attempt(host.execPath, 'the editor’s own Node')) ??
        (await attempt(await nodeOnPath(searchPath), 'PATH')) ??
        (await attempt(await nodeOfLoginShell(shell), 'the login shell')));
  if (found !== null) return found;
  throw new NodeNotFoundError(
    `Learning runs in Node ${oldestNode.replace(/\.0$/, '')} or newer, and none was found. Tried ${tried.join('; ')}. ` +
      (setting !== ''
        ? 'Correct the setting safeAug.nodePath, or clear it to have Node looked for.'
        : 'Install Node (nodejs.org or your package manager), or name one by the setting safeAug.nodePath.'),
  );
}

/** The first `node` in the folders of `searchPath` that may be executed. */
async function nodeOnPath(searchPath: string): Promise<string | null> {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  for (const folder of searchPath.split(delimiter).filter(Boolean)) {
    const path = join(folder, name);
    const usable = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (usable) return path;
  }
  return null;
}
