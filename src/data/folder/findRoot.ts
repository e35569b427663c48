import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { splitNamed } from '../formats/splitNames';
import { isIgnored } from './fileNames';

/** Archives often wrap everything into one more folder. */
const deepest = 5;

/**
 * The folder that the data set starts in: goes down while there is nothing but one folder, unless that is named after a split.
 * `path` itself must be a folder.
 */
export async function findRoot(path: string): Promise<string> {
  let root = path;
  for (let depth = 0; depth < deepest; depth++) {
    const entries = (await readdir(root, { withFileTypes: true })).filter(({ name }) => !isIgnored(name));
    const [only] = entries;
    if (entries.length !== 1 || !only.isDirectory() || splitNamed(only.name) !== undefined) return root;
    root = join(root, only.name);
  }
  return root;
}
