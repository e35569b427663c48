import sharp from 'sharp';
import type { Image } from '../../../augment/image';
import type { Random } from '../../../random/random';
import type { JpegCoding } from '../../decode/jpegCoding';

/** Side of the squares that JPEG codes together where chroma has half the resolution. */
const period = 16;

/**
 * The picture as it comes back from a JPEG file of this coding. It lies at a random place of the coder's grid (the border is
 * repeated around it): on one and the same grid, a file that was on it before would come back unchanged, and only a moved one
 * would be coded twice.
 */
export async function reEncode(image: Image, { quality, subsampling }: JpegCoding, random: Random): Promise<Image> {
  const { data, height, width, channels } = image;
  const top = random.integer(0, period - 1);
  const left = random.integer(0, period - 1);
  const placed = sharp(data, { raw: { width, height, channels } }).extend({ top, left, extendWith: 'copy' });
  // A pipeline crops before it extends, whatever the order of the calls: hence two.
  const file = await placed.jpeg({ quality, chromaSubsampling: subsampling }).toBuffer();
  const { data: decoded } = await sharp(file)
    .extract({ top, left, width, height })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(decoded.buffer, decoded.byteOffset, decoded.length), height, width, channels };
}
