import sharp from 'sharp';
import type { Image } from '../../augment/image';
import { describeContent, readImageHeader, type ImageShape } from './imageHeader';
import { maxPixels } from './maxPixels';
import type { PixelBudget } from './pixelBudget';
import { UnreadableImage } from './unreadableImage';

// Many small pictures one after the other: threads within a picture and a cache of past ones only cost.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Decodes an image file at its full size, 8 bits a channel, and never a smaller version of it: EXIF orientation applied, alpha
 * laid over black, 16 bits cut to 8, CMYK and embedded profiles turned into sRGB, gray kept as one channel, of an animation the
 * first frame. Throws UnreadableImage with the reason.
 */
export async function decodeImage(bytes: Buffer, budget: PixelBudget): Promise<Image> {
  if (bytes.length === 0) throw new UnreadableImage('empty');
  const header = readImageHeader(bytes);
  if (!header) throw new UnreadableImage(describeContent(bytes));
  try {
    const shape = header.shape ?? (await askDecoder(bytes));
    const pixels = shape.height * shape.width;
    if (pixels > maxPixels) throw tooLarge(shape);
    return await budget.while(pixels, () => decode(bytes, shape.gray));
  } catch (error) {
    if (error instanceof UnreadableImage) throw error;
    throw new UnreadableImage(`damaged or truncated (${firstLine(error)})`);
  }
}

const inputOptions = { limitInputPixels: maxPixels, failOn: 'error' } as const;

async function askDecoder(bytes: Buffer): Promise<ImageShape> {
  // Without the limit, so that the size can be told.
  const { height, width, space } = await sharp(bytes, { limitInputPixels: false }).metadata();
  return { height, width, gray: space === 'b-w' || space === 'grey16' };
}

async function decode(bytes: Buffer, gray: boolean): Promise<Image> {
  const { data, info } = await sharp(bytes, inputOptions)
    .autoOrient()
    .flatten({ background: '#000' })
    .toColourspace(gray ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { height, width } = info;
  return { data: new Uint8Array(data.buffer, data.byteOffset, data.length), height, width, channels: gray ? 1 : 3 };
}

function tooLarge({ width, height }: ImageShape): UnreadableImage {
  return new UnreadableImage(
    `${width} x ${height} pixels, more than the ${maxPixels} that are decoded; cut or shrink it`,
  );
}

function firstLine(error: unknown): string {
  return error instanceof Error ? error.message.split('\n')[0].trim() : String(error);
}
