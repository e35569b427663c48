/** What a data set is, once it was found out: an index of its pictures. No pixels are in memory yet. */
export interface Dataset {
  /** Absolute path of the folder that holds the pictures; inside the given path when that was only a wrapper around it. */
  readonly root: string;
  /** The registered name of its format, such as `image-folder`. */
  readonly format: string;
  /** `none`: no labels. */
  readonly task: 'classification' | 'none';
  /** Names in the order of their indices; empty without labels. */
  readonly classes: readonly string[];
  /** Sorted by path (code points), then by position in the file. */
  readonly items: readonly Item[];
  /** Files with many pictures in them, which `packed` sources point into. */
  readonly containers: readonly Container[];
  /** Pictures there were; more than `items` only where the index was thinned out (over half a million files). */
  readonly found: number;
  readonly fingerprint: Fingerprint;
  /** Sentences about what was left out and why, such as pictures outside the class folders. */
  readonly notes: readonly string[];
}

/** One picture. */
export interface Item {
  readonly source: Source;
  /** Index into the classes; −1 without labels. */
  readonly label: number;
  readonly split: Split;
}

/** Which of the data set's own parts a picture belongs to; `train` where it has none. */
export type Split = 'train' | 'val' | 'test';

/** Where the pixels of a picture are. */
export type Source = FileSource | PackedSource;

/** An image file of its own. */
export interface FileSource {
  readonly kind: 'file';
  /** Relative to the root, joined by '/'. */
  readonly path: string;
  /** File size in bytes. */
  readonly size: number;
  /** The path as bytes, only where it is not valid UTF-8 (`path` is then for reading by people only). */
  readonly rawPath?: Uint8Array;
}

/** Pixels without a header inside a container. */
export interface PackedSource {
  readonly kind: 'packed';
  /** Index into the data set's containers. */
  readonly container: number;
  /** Byte at which the pixels start. */
  readonly offset: number;
  /** Position of the picture in its container, from 0. */
  readonly index: number;
}

/** A file of equally shaped 8-bit pictures. */
export interface Container {
  /** Relative to the root, joined by '/'. */
  readonly path: string;
  /** The unpacked content, where the file cannot be read from any position (compressed ones); else null. */
  readonly content: SharedArrayBuffer | null;
  readonly height: number;
  readonly width: number;
  readonly channels: 1 | 3;
  /** `planar`: all of red, then all of green, then all of blue. */
  readonly layout: 'planar' | 'interleaved';
}

/** What tells two states of a data set apart without reading its pictures. */
export interface Fingerprint {
  readonly files: number;
  readonly bytes: number;
  /** SHA-256 (hex) over the sorted relative paths and sizes. */
  readonly hash: string;
}

/** A picture that could not be used. */
export interface SkippedFile {
  readonly file: string;
  readonly reason: string;
}

/** How a picture is called in messages: its path, and for packed ones the position in its container. */
export function itemName(dataset: Pick<Dataset, 'containers'>, source: Source): string {
  return source.kind === 'file' ? source.path : `${dataset.containers[source.container].path} #${source.index}`;
}
