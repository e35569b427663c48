import type { Fingerprint } from '../dataset';
import { FingerprintBuilder } from '../folder/fingerprint';
import { filesIn, type FileEntry, type FolderTree } from '../folder/folderTree';
import { compareByCodePoint } from '../folder/pathOrder';

/** The most that is unpacked into memory for files which cannot be read from any position (compressed, or encoded as text). */
export const maxUnpackedBytes = 256 * 2 ** 20;

/** The file with this name right in the folder. */
export function fileNamed(tree: FolderTree, name: string): FileEntry | undefined {
  return filesIn(tree).find((file) => file.name === name);
}

export function fingerprintOfFiles(files: readonly FileEntry[]): Fingerprint {
  const builder = new FingerprintBuilder();
  for (const { name, size } of [...files].sort((a, b) => compareByCodePoint(a.name, b.name)))
    builder.add({ path: name, size });
  return builder.finish();
}

/** The same bytes in memory that all threads see. */
export function toShared(bytes: Uint8Array): SharedArrayBuffer {
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return shared;
}

/** Class names from a text file with one a line. */
export function namesIn(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** "0", "1", "2" …, where the files give no names. */
export function numberNames(count: number): string[] {
  return Array.from({ length: count }, (_, label) => String(label));
}
