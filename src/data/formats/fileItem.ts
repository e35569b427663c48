import type { Item, Split } from '../dataset';
import type { FoundFile } from '../folder/folderTree';

export function fileItem({ path, file }: FoundFile, label: number, split: Split): Item {
  const { size, rawPath } = file;
  return { source: { kind: 'file', path, size, ...(rawPath && { rawPath }) }, label, split };
}
