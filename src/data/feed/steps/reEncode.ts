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
export async function reEncode(
  image: Image,
  { quality, subsampling }: Pick<JpegCoding, 'quality' | 'subsampling'>,
  random: Random,
): Promise<Image> {
  const { data, height, width, channels } = image;
  const top = random.integer(0, period - 1);
  const left = random.integer(0, period - 1);
  const space = channels === 1 ? 'b-w' : 'srgb';
  const file = await sharp(data, { raw: { width, height, channels } })
    .extend({ top, left, extendWith: 'copy' })
    .toColourspace(space)
    .jpeg({ quality, chromaSubsampling: subsampling })
    .toBuffer();
  const decoded = await sharp(file).extract({ top, left, width, height }).toColourspace(space).raw().toBuffer();
  return { data: new Uint8Array(decoded.buffer, decoded.byteOffset, decoded.length), height, width, channels };
}
