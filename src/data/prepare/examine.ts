import { createHash } from 'node:crypto';
import { resizeArea } from '../../augment/kernels/resizeArea';
import type { Source } from '../dataset';
import { lookOf } from '../duplicates/look';
import type { DecodeBudget } from '../decode/decodeBudget';
import { withImage, type SourcePlace } from '../decode/loadSource';
import { UnreadableImage } from '../decode/unreadableImage';
import { mapConcurrently } from '../worker/mapConcurrently';
import { storeImage, type ImageCache } from './imageCache';

export interface ExamineInput {
  readonly place: SourcePlace;
  /** Indices into the data set's items. */
  readonly items: Int32Array;
  /** Their sources, in the same order. */
  readonly sources: readonly Source[];
  /** Where to keep the pictures at working size; null to only look. */
  readonly cache: ImageCache | null;
}

/** What was found out about one picture. */
export type Examined = ReadableImage | { readonly reason: string };

export interface ReadableImage {
  /** Pixels, after the EXIF orientation. */
  readonly height: number;
  readonly width: number;
  readonly channels: 1 | 3;
  /** The first 64 bits of the SHA-256 of its bytes; equal for exact duplicates. */
  readonly content: bigint;
  /** What it looks like (`lookOf`); alike for near-duplicates. */
  readonly look: Uint8Array;
}

/** Pictures decoded at once in one thread: decoding runs in Node's own pool of four threads. */
const decodedAtOnce = 4;

/** Worker side: reads and decodes pictures and says what they are, or why they cannot be read. */
export function examine({ place, items, sources, cache }: ExamineInput, budget: DecodeBudget): Promise<Examined[]> {
  return mapConcurrently(sources, decodedAtOnce, async (source, index) => {
    try {
      return await withImage(place, source, budget, (image, bytes) => {
        const { height, width, channels } = image;
        const working = cache ? resizeArea(image, cache.size, cache.size) : image;
        if (cache) storeImage(cache, items[index], working);
        return { height, width, channels, content: contentOf(bytes), look: lookOf(working) };
      });
    } catch (error) {
      if (error instanceof UnreadableImage) return { reason: error.message };
      throw error;
    }
  });
}

function contentOf(bytes: Buffer): bigint {
  return createHash('sha256').update(bytes).digest().readBigUInt64BE(0);
}
