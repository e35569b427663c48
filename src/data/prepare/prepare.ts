import type { Dataset, SkippedFile } from '../dataset';
import type { DataWorkers } from '../worker/dataWorkers';
import type { ImageCache } from './imageCache';

export interface PrepareOptions {
  readonly workers: DataWorkers;
  /** Seeds the sample when there are more than `maxImages`. */
  readonly seed: number;
  /** Working side in pixels, 16..256. Default: chooseSize of the pictures' shorter sides. */
  readonly size?: number;
  /** At most this many pictures of the training material are prepared, a stratified sample. Default: all. */
  readonly maxImages?: number;
  /** Bytes that the decoded pictures may take; the rest is decoded again when needed. Default 512 MB. */
  readonly cacheBytes?: number;
  readonly signal?: AbortSignal;
  /** Called now and then with the number of pictures looked at. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** The data set's training material (train and val; test is left alone), decoded and ready to feed. */
export interface Prepared {
  readonly dataset: Dataset;
  /** Working side in pixels. */
  readonly size: number;
  /** 1 only when all pictures are gray; in a mixed set gray ones become RGB. */
  readonly channels: 1 | 3;
  /** The pictures that can be used: ascending indices into dataset.items. */
  readonly usable: Int32Array;
  /** Per item of the data set: the first 64 bits of its content's SHA-256 (equal = exact duplicates); 0 where not prepared. */
  readonly contents: BigUint64Array;
  /** Pictures that could not be used: how many, and the first 100. */
  readonly skipped: { readonly count: number; readonly files: readonly SkippedFile[] };
  readonly cache: ImageCache;
}

/**
 * Decodes every picture of the training material once, in the worker threads, to the working size.
 * Throws a DataError when more than 5 % cannot be read, or fewer than 60 can.
 */
export async function prepare(dataset: Dataset, options: PrepareOptions): Promise<Prepared> {
  throw new Error(`Not written: ${dataset.root} ${options.seed}`);
}
