import type { Image } from '../../augment/image';
import type { JpegCoding } from '../decode/jpegCoding';
import type { Batch, BatchRequest } from '../batch';

/** Makes batches in the worker threads, ahead of their use. It lives as long as its workers. */
export interface Feed {
  /** Side of the pictures in a batch: working size − guard. */
  readonly side: number;
  readonly channels: 1 | 3;
  /**
   * The batches of the requests, in their order; requests are taken from the iterable only as far ahead as `ahead` (default 4)
   * batches. Ending the loop early, or the signal, drops what is not yet made.
   */
  batches(
    requests: Iterable<BatchRequest>,
    options?: { readonly ahead?: number | undefined; readonly signal?: AbortSignal | undefined },
  ): AsyncIterable<Batch>;
  /** Milliseconds for which callers of `batches` have waited so far. */
  readonly waitedMs: number;
  /** How the picture's file was saved; null where it is no JPEG file. */
  jpegCoding(item: number): Promise<JpegCoding | null>;
  /** The picture at working size (size × size), before transforms and guard, with the data set's number of channels. */
  baseImage(item: number): Promise<Image>;
}
