import type { Image } from '../../augment/image';
import { crop } from '../../augment/kernels/crop';
import { resizeArea } from '../../augment/kernels/resizeArea';
import { DataError } from '../dataError';
import { itemName, type Source } from '../dataset';
import type { SourcePlace } from '../decode/loadSource';
import { withReadableImage } from '../decode/withReadableImage';
import type { DecodeBudget } from '../decode/decodeBudget';
import { storedImage, type ImageCache } from '../prepare/imageCache';

/** Where prepared pictures are to be had from. */
export interface ImageStore {
  readonly place: SourcePlace;
  readonly cache: ImageCache;
  /** Channels of the data set. */
  readonly channels: 1 | 3;
}

export interface BaseImageInput {
  readonly store: ImageStore;
  readonly item: number;
  readonly source: Source;
  /** Cut the decoded picture to whole squares of this side first, from the top left on. Default: as it is. */
  readonly block?: number | null | undefined;
}

/**
 * Worker side: the picture at working size, before any transform; from the cache where it is kept, else decoded again. It may be
 * the cache's own memory: never write to it.
 */
export async function baseImage(
  { store, item, source, block = null }: BaseImageInput,
  budget: DecodeBudget,
): Promise<Image> {
  const { place, cache, channels } = store;
  const image =
    (block === null ? storedImage(cache, item) : undefined) ??
    (await withReadableImage(place, source, budget, (decoded) =>
      resizeArea(block === null ? decoded : cutToBlocks(decoded, block), cache.size, cache.size),
    ));
  if (image.channels <= channels) return withChannels(image, channels);
  throw new DataError(`${itemName(place, source)} is in colour, but the pictures that were prepared are all gray.`);
}

/** Gray becomes RGB in a data set that has both. */
function withChannels(image: Image, channels: 1 | 3): Image {
  if (image.channels === channels) return image;
  const data = new Uint8Array(image.data.length * 3);
  for (let i = 0, o = 0; i < image.data.length; i++, o += 3) data[o] = data[o + 1] = data[o + 2] = image.data[i];
  return { ...image, data, channels };
}

/** Leaves out incomplete squares at the right and the bottom; a side shorter than one square stays. */
function cutToBlocks(image: Image, block: number): Image {
  const whole = (side: number): number => Math.max(Math.floor(side / block), 1) * block;
  const height = Math.min(image.height, whole(image.height));
  const width = Math.min(image.width, whole(image.width));
  return crop(image, { y0: 0, x0: 0, height, width });
}
