import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { DataError } from './dataError';
import type { Dataset } from './dataset';
import { counted, describeFolder } from './folder/describeFolder';
import { extensionOf } from './folder/fileNames';
import { findRoot } from './folder/findRoot';
import type { FolderTree } from './folder/folderTree';
import { readFolder } from './folder/readFolder';
import { formats } from './formats/registry';

/**
 * Finds out what kind of data set lies at `path` (a folder, or one of the files of a CIFAR or MNIST folder) and indexes it.
 * Throws a DataError that shows what was found when no format recognises it or it holds no pictures.
 */
export async function readDataset(
  path: string,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<Dataset> {
  const { signal } = options;
  const given = resolve(path);
  const isFile = await isFileAt(given);
  const root = isFile ? dirname(given) : await findRoot(given);
  const { tree, fingerprint, forgotten, notes } = await readFolder(root, { signal });
  const format = formats.find((each) => each.recognises(tree));
  if (!format) throw unrecognised(root, tree);
  const contents = await format.read({ tree, root, signal });
  const { classes, items, containers = [] } = contents;
  // A file stands for its folder only where the files of a folder are the data set.
  if (isFile && containers.length === 0) throw isNoFolder(given);
  if (items.length === 0) throw unrecognised(root, tree);
  const thinned =
    forgotten > 0
      ? [
          `Of ${counted(items.length + forgotten, 'image')} a fixed random part of ${items.length} is indexed; counts per class are of that part.`,
        ]
      : [];
  return {
    root,
    format: format.name,
    task: classes.length > 0 ? 'classification' : 'none',
    classes,
    items,
    containers,
    found: items.length + forgotten,
    fingerprint: contents.fingerprint ?? fingerprint,
    notes: [...notes, ...(contents.notes ?? []), ...thinned],
  };
}

async function isFileAt(path: string): Promise<boolean> {
  try {
    return !(await stat(path)).isDirectory();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new DataError(`There is nothing at ${path}. Check the path.`);
    throw new DataError(`${path} cannot be opened (${code}). Check that you may read it.`);
  }
}

const archives = new Set(['zip', 'tar', 'gz', 'tgz', 'bz2', 'xz', 'zst', '7z', 'rar']);

function isNoFolder(path: string): DataError {
  const name = basename(path);
  if (archives.has(extensionOf(name))) {
    return new DataError(`${name} is an archive. Unpack it and give the folder with the images.`);
  }
  return new DataError(`${name} is a file. Give the folder with the images.`);
}

function unrecognised(root: string, tree: FolderTree): DataError {
  return new DataError(
    [
      `No data set was recognised in ${root}.`,
      `Found: ${describeFolder(tree)}.`,
      'What is recognised:',
      ...layoutLines(),
    ].join('\n'),
  );
}

/** One line for each format: its name and what its folder looks like. */
function layoutLines(): string[] {
  const width = Math.max(...formats.map(({ name }) => name.length));
  return formats.map(({ name, layout }) => `  ${name.padEnd(width)}  ${layout}`);
}
