import { isImageName } from './fileNames';

/** What is in a folder, without ignored names. */
export interface FolderTree {
  readonly kind: 'folder';
  readonly name: string;
  /** Relative to the root, joined by '/'; '' for the root itself. */
  readonly path: string;
  /** Files and folders in the order of their relative paths. */
  readonly entries: readonly (FileEntry | FolderTree)[];
  /** Image files right in this folder; may be more than `entries` has, in a very large data set. */
  readonly ownImages: number;
  /** Image files in this folder and all beneath it. */
  readonly images: number;
}

export interface FileEntry {
  readonly kind: 'file';
  readonly name: string;
  /** Bytes; 0 for a file that could not be asked. */
  readonly size: number;
  /** The path from the root as bytes, only where it is not valid UTF-8. */
  readonly rawPath?: Uint8Array;
}

export function foldersIn(folder: FolderTree): FolderTree[] {
  return folder.entries.filter((entry) => entry.kind === 'folder');
}

export function filesIn(folder: FolderTree): FileEntry[] {
  return folder.entries.filter((entry) => entry.kind === 'file');
}

/** A file with its path from the root. */
export interface FoundFile {
  readonly path: string;
  readonly file: FileEntry;
}

/** The image files in the folder and all beneath it, in the order of their paths. */
export function* imagesBeneath(folder: FolderTree): Generator<FoundFile> {
  for (const entry of folder.entries) {
    if (entry.kind === 'folder') yield* imagesBeneath(entry);
    else if (isImageName(entry.name)) yield { path: pathIn(folder, entry.name), file: entry };
  }
}

/** The path from the root of a name in this folder. */
export function pathIn(folder: Pick<FolderTree, 'path'>, name: string): string {
  return folder.path === '' ? name : `${folder.path}/${name}`;
}
