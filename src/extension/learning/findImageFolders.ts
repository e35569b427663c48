import { opendir } from 'node:fs/promises';
import { join } from 'node:path';

export interface FindImageFoldersOptions {
  /** Folders below `root` that are looked into, at most. Default 500. */
  readonly mostFolders?: number;
  /** Levels below `root`. Default 4. */
  readonly deepest?: number;
  readonly signal?: AbortSignal;
}

/** What tools keep for themselves; nobody's data set. */
const passedOver = /^\.|^(node_modules|__pycache__|venv|env|site-packages|dist|build|target|wandb|mlruns|runs)$/i;
const image = /\.(jpe?g|jpe|jfif|png|webp|bmp|gif|tiff?|avif)$/i;
const packed =
  /^(data_batch_\d+(\.bin)?|cifar-100-(python|binary)|train\.bin|train[-_.]images[-_.]idx3[-_.]ubyte(\.gz)?)$/i;
const split = /^(train|training|val|valid|validation|test|testing)$/i;

/** Entries of one folder that are looked at: enough to see what it is. */
const mostEntries = 2_000;
/** Pictures from which a folder without classes is offered. */
const flatPictures = 60;

/**
 * Folders below `root` that look like image data sets, judged by names alone, the shallow first: one folder a class (perhaps
 * within splits), CIFAR's or MNIST's files, or many pictures. A quick look to offer something; `safe-aug inspect` knows better.
 */
export async function findImageFolders(
  root: string,
  { mostFolders = 500, deepest = 4, signal }: FindImageFoldersOptions = {},
): Promise<string[]> {
  const found: string[] = [];
  const queue = [{ path: root, depth: 0 }];
  for (let looked = 0; queue.length > 0 && looked < mostFolders && signal?.aborted !== true; looked++) {
    const { path, depth } = queue.shift() as (typeof queue)[number];
    const { folders, pictures, isPacked } = await glance(path);
    if (isPacked || pictures >= flatPictures || (await holdsClasses(path, folders))) found.push(path);
    else if (depth < deepest) queue.push(...folders.map((name) => ({ path: join(path, name), depth: depth + 1 })));
  }
  return found;
}

/** Whether at least two of the folders hold pictures, or a split among them does so. */
async function holdsClasses(path: string, folders: readonly string[]): Promise<boolean> {
  let classes = 0;
  for (const name of folders.slice(0, 20)) {
    const inside = await glance(join(path, name));
    if (split.test(name)) {
      if (inside.pictures > 0 || (await holdsClasses(join(path, name), inside.folders))) return true;
    } else if (inside.pictures > 0 && ++classes === 2) return true;
  }
  return false;
}

interface Glance {
  readonly folders: readonly string[];
  readonly pictures: number;
  readonly isPacked: boolean;
}

async function glance(path: string): Promise<Glance> {
  const folders: string[] = [];
  let pictures = 0;
  let isPacked = false;
  try {
    let entries = 0;
    for await (const entry of await opendir(path)) {
      if (entry.isDirectory() && !passedOver.test(entry.name)) folders.push(entry.name);
      if (entry.isFile() && image.test(entry.name)) pictures += 1;
      isPacked ||= packed.test(entry.name);
      if (++entries === mostEntries) break;
    }
  } catch {
    // A folder that may not be read offers nothing.
  }
  return { folders: folders.sort(), pictures, isPacked };
}
