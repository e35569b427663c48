import { extensionOf } from './fileNames';
import { filesIn, foldersIn, type FolderTree } from './folderTree';

/** One sentence about what is right in this folder, for messages: "2 folders (cats, dogs), 3 files (.txt 2, .csv 1), 40 images in all". */
export function describeFolder(folder: FolderTree): string {
  const folders = foldersIn(folder);
  const files = filesIn(folder);
  const parts: string[] = [];
  if (folders.length > 0) parts.push(`${counted(folders.length, 'folder')} (${some(folders.map(describeChild))})`);
  if (files.length > 0) {
    parts.push(`${counted(files.length, 'file')} (${some(extensionCounts(files.map(({ name }) => name)))})`);
  }
  if (parts.length === 0) return 'nothing';
  return `${parts.join(', ')}; ${folder.images === 0 ? 'no images' : counted(folder.images, 'image')} in all`;
}

/** "1 image", "2,000 images". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? noun : plural}`;
}

/** The first few, and how many more there are. */
export function some(words: readonly string[], limit = 8): string {
  const shown = words.slice(0, limit).join(', ');
  return words.length > limit ? `${shown} and ${(words.length - limit).toLocaleString('en-US')} more` : shown;
}

function describeChild(folder: FolderTree): string {
  return `${shorten(folder.name)}: ${folder.images === 0 ? 'no images' : counted(folder.images, 'image')}`;
}

function extensionCounts(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) {
    const extension = extensionOf(name);
    counts.set(extension, (counts.get(extension) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(
      ([extension, count]) =>
        `${extension === '' ? 'no extension' : `.${shorten(extension)}`} ${count.toLocaleString('en-US')}`,
    );
}

function shorten(name: string): string {
  return name.length > 40 ? `${name.slice(0, 37)}…` : name;
}
