import type { Container, Split } from '../dataset';
import type { FileEntry, FolderTree } from '../folder/folderTree';
import { filesIn } from '../folder/folderTree';

/** What is the same in all files of CIFAR-10 and CIFAR-100. */
export const cifarShape = {
  height: 32,
  width: 32,
  channels: 3,
  layout: 'planar',
} as const satisfies Partial<Container>;

/** Bytes of one picture. */
export const cifarBytes = 32 * 32 * 3;

export interface BatchFile {
  readonly file: FileEntry;
  readonly split: Split;
}

/** The files whose names match, those for training first. */
export function batchFiles(tree: FolderTree, patterns: { readonly train: RegExp; readonly test: RegExp }): BatchFile[] {
  const matching = (pattern: RegExp, split: Split): BatchFile[] =>
    filesIn(tree)
      .filter(({ name }) => pattern.test(name))
      .map((file) => ({ file, split }));
  return [...matching(patterns.train, 'train'), ...matching(patterns.test, 'test')];
}
