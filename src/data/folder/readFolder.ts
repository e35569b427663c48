import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import type { Fingerprint } from '../dataset';
import { isIgnored, isImageName } from './fileNames';
import { FingerprintBuilder } from './fingerprint';
import { imagesBeneath, pathIn, type FileEntry, type FolderTree } from './folderTree';
import { joinBytes, openablePath } from './openablePath';
import { compareByCodePoint } from './pathOrder';
import { ThinOut, type OpenFolder } from './thinOut';

export interface FolderReading {
  readonly tree: FolderTree;
  /** Over the image files. */
  readonly fingerprint: Fingerprint;
  /** Images that are counted but no longer listed in the tree, since there were more files than the limit. */
  readonly forgotten: number;
  /** Sentences about folders that could not be read. */
  readonly notes: readonly string[];
}

export interface ReadFolderOptions {
  readonly signal?: AbortSignal | undefined;
  /** Files to hold at most before thinning out. Default 500,000 (about 150 MB with their index). */
  readonly limit?: number;
}

/**
 * Reads the names and sizes of everything beneath a folder. Links to files are followed; links to folders too, once each, unless
 * they lead to what is read anyway (inside the root) or to a folder around the root, so loops end. A folder inside that cannot
 * be read is noted and left out; for the root itself the system's error is thrown.
 */
export async function readFolder(
  root: string,
  { signal, limit = 500_000 }: ReadFolderOptions = {},
): Promise<FolderReading> {
  const realRoot = await realpath(root);
  const walk: Walk = {
    root,
    realRoot,
    signal,
    thinOut: new ThinOut(limit),
    seen: new Set(),
    fingerprint: new FingerprintBuilder(),
    notes: [],
  };
  const tree = await readOne(walk, { name: '', path: '' });
  const forgotten = walk.thinOut.hasForgotten ? tree.images - [...imagesBeneath(tree)].length : 0;
  return { tree, fingerprint: walk.fingerprint.finish(), forgotten, notes: walk.notes };
}

interface Walk {
  readonly root: string;
  readonly realRoot: string;
  readonly signal: AbortSignal | undefined;
  readonly thinOut: ThinOut;
  /** Real paths of the folders that links have led to. */
  readonly seen: Set<string>;
  readonly fingerprint: FingerprintBuilder;
  readonly notes: string[];
}

interface Place {
  readonly name: string;
  readonly path: string;
  readonly rawPath?: Uint8Array;
}

interface Found extends Place {
  readonly kind: 'file' | 'folder';
  readonly size: number;
  readonly linked: boolean;
}

async function readOne(walk: Walk, place: Place): Promise<FolderTree> {
  const found = await list(walk, place);
  const open: { -readonly [Key in keyof OpenFolder]: OpenFolder[Key] } = {
    kind: 'folder',
    name: place.name,
    path: place.path,
    entries: [],
    ownImages: 0,
    images: 0,
  };
  for (const entry of found) {
    walk.signal?.throwIfAborted();
    if (entry.kind === 'folder') {
      if (!(await mayEnter(walk, entry))) continue;
      const folder = await readInner(walk, entry);
      open.entries.push(folder);
      open.images += folder.images;
    } else {
      open.entries.push(fileEntry(entry));
      if (!isImageName(entry.name)) continue;
      open.ownImages++;
      walk.fingerprint.add(entry);
    }
  }
  open.images += open.ownImages;
  walk.thinOut.add(open);
  return open;
}

async function readInner(walk: Walk, place: Place): Promise<FolderTree> {
  try {
    return await readOne(walk, place);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Errors of the system have a word for a code; an AbortError has a number.
    if (typeof code !== 'string') throw error;
    walk.notes.push(`The folder ${place.path} could not be read (${code}) and is left out.`);
    return { kind: 'folder', name: place.name, path: place.path, entries: [], ownImages: 0, images: 0 };
  }
}

/** What is in one folder, in the order of the relative paths: a folder sorts as its name with a '/'. */
async function list(walk: Walk, place: Place): Promise<Found[]> {
  const entries = await readdir(openablePath(walk.root, place), { withFileTypes: true, encoding: 'buffer' });
  const found: Found[] = [];
  for (let i = 0; i < entries.length; i += filesAskedAtOnce) {
    walk.signal?.throwIfAborted();
    const asked = await Promise.all(entries.slice(i, i + filesAskedAtOnce).map((entry) => ask(walk, place, entry)));
    for (const each of asked) if (each) found.push(each);
  }
  const key = (entry: Found): string => (entry.kind === 'folder' ? `${entry.name}/` : entry.name);
  return found.sort((a, b) => compareByCodePoint(key(a), key(b)) || Buffer.compare(rawName(a), rawName(b)));
}

const filesAskedAtOnce = 128;

async function ask(walk: Walk, parent: Place, entry: Dirent<Buffer>): Promise<Found | undefined> {
  const name = entry.name.toString('utf8');
  if (isIgnored(name)) return undefined;
  const raw = parent.rawPath !== undefined || !Buffer.from(name, 'utf8').equals(entry.name);
  const parentRaw = parent.rawPath ?? Buffer.from(parent.path, 'utf8');
  const place: Place = { name, path: pathIn(parent, name), ...(raw && { rawPath: joinBytes(parentRaw, entry.name) }) };
  const linked = entry.isSymbolicLink();
  if (entry.isDirectory()) return { ...place, kind: 'folder', size: 0, linked };
  if (!entry.isFile() && !linked) return undefined;
  try {
    const status = await stat(openablePath(walk.root, place));
    if (status.isDirectory()) return { ...place, kind: 'folder', size: 0, linked };
    return status.isFile() ? { ...place, kind: 'file', size: status.size, linked } : undefined;
  } catch {
    // A dangling link, say. Opening it will give the reason, which is then listed with the skipped files.
    return { ...place, kind: 'file', size: 0, linked };
  }
}

async function mayEnter(walk: Walk, entry: Found): Promise<boolean> {
  if (!entry.linked) return true;
  const real = await realpath(openablePath(walk.root, entry)).catch(() => undefined);
  if (real === undefined || isWithin(real, walk.realRoot) || isWithin(walk.realRoot, real)) return false;
  if (walk.seen.has(real)) return false;
  walk.seen.add(real);
  return true;
}

function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}

function fileEntry({ name, size, rawPath }: Found): FileEntry {
  return { kind: 'file', name, size, ...(rawPath && { rawPath }) };
}

function rawName({ name, rawPath }: Found): Uint8Array {
  return rawPath ?? Buffer.from(name, 'utf8');
}
