import type { Container, Fingerprint, Item } from '../dataset';
import type { FolderTree } from '../folder/folderTree';

/** One way in which data sets are stored. A new one is a file in this folder and a line in registry.ts. */
export interface Format {
  readonly name: string;
  /** What a folder of this format looks like, for messages. */
  readonly layout: string;
  /** Decides by names alone. */
  recognises(tree: FolderTree): boolean;
  /** Makes the index. Throws a DataError that names the file for content that is not as the format says. */
  read(folder: FormatInput): Promise<FormatContents>;
}

export interface FormatInput {
  readonly tree: FolderTree;
  /** Absolute path of the tree's root. */
  readonly root: string;
  readonly signal?: AbortSignal | undefined;
}

export interface FormatContents {
  /** Empty without labels. */
  readonly classes: readonly string[];
  readonly items: readonly Item[];
  /** Default: none. */
  readonly containers?: readonly Container[];
  /** Default: the one over the image files of the folder. */
  readonly fingerprint?: Fingerprint;
  readonly notes?: readonly string[];
}
