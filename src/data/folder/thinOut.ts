import { hashWords } from '../../random/hash';
import { pathIn, type FileEntry, type FolderTree } from './folderTree';

/** Every folder keeps at least this many of its files. */
const keptPerFolder = 100;

/** A folder whose list of entries can still be cut. */
export type OpenFolder = Omit<FolderTree, 'entries'> & { entries: (FileEntry | FolderTree)[] };

/**
 * Bounds the memory that an index of any number of files takes: when more than `limit` are held, about half of every folder's
 * files are forgotten, chosen by a hash of their paths and so the same ones each time.
 */
export class ThinOut {
  private readonly folders: OpenFolder[] = [];
  private share = 1;
  private held = 0;

  constructor(private readonly limit: number) {}

  get hasForgotten(): boolean {
    return this.share < 1;
  }

  /** Takes note of a folder whose files were just listed, and forgets files where there are too many by now. */
  add(folder: OpenFolder): void {
    this.folders.push(folder);
    this.held += this.cut(folder);
    while (this.held > this.limit) {
      const before = this.held;
      this.share /= 2;
      this.held = this.folders.reduce((sum, each) => sum + this.cut(each), 0);
      if (this.held === before && this.share < 1 / this.limit) return;
    }
  }

  /** Returns how many files the folder has left. */
  private cut(folder: OpenFolder): number {
    const files = folder.entries.filter((entry) => entry.kind === 'file');
    if (this.share === 1 || files.length <= keptPerFolder) return files.length;
    const ranks = new Map(files.map((file) => [file, rankOf(pathIn(folder, file.name))]));
    const atLeast = [...ranks.values()].sort((a, b) => a - b)[keptPerFolder - 1];
    const highest = Math.max(this.share, atLeast);
    folder.entries = folder.entries.filter((entry) => entry.kind === 'folder' || ranks.get(entry)! <= highest);
    return folder.entries.filter((entry) => entry.kind === 'file').length;
  }
}

/** A number in [0, 1) that a path has for ever. */
function rankOf(path: string): number {
  return (hashWords([path])[0] >>> 0) / 2 ** 32;
}
