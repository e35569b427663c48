import sharp from 'sharp';
import type { Image } from '../augment/image';

/** The picture as a lossless WebP file. */
export async function encodeWebp({ data, width, height, channels }: Image): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels } }).webp({ lossless: true, effort: 2 }).toBuffer();
}
