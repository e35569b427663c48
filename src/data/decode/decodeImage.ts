import sharp from 'sharp';
import type { Image } from '../../augment/image';
import { describeContent, readImageHeader, type ImageShape } from './imageHeader';
import type { SharedBudget } from './sharedBudget';
import { UnreadableImage } from './unreadableImage';

/** Pictures with more pixels are skipped: decoded, this many take 192 MB. */
const maxPixels = 8192 * 8192;

// Many small pictures one after the other: threads within a picture and a cache of past ones only cost.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Decodes an image file at its full size, 8 bits a channel, and never a smaller version of it: EXIF orientation applied, alpha
 * laid over black, 16 bits cut to 8, CMYK and embedded profiles turned into sRGB, gray kept as one channel, of an animation the
 * first frame. The picture goes to `use`; its pixels count against the budget until that has ended.
 * Throws UnreadableImage with the reason.
 */
export async function decodeImage<T>(bytes: Buffer, budget: SharedBudget, use: (image: Image) => T): Promise<T> {
  if (bytes.length === 0) throw new UnreadableImage('empty');
  const header = readImageHeader(bytes);
  if (!header) throw new UnreadableImage(describeContent(bytes));
  const shape = header.shape ?? (await orUnreadable(askDecoder(bytes)));
  const pixels = shape.height * shape.width;
  if (pixels > maxPixels) throw tooLarge(shape);
  return budget.while(pixels, async () => use(await orUnreadable(decode(bytes, shape.gray))));
}

async function askDecoder(bytes: Buffer): Promise<ImageShape> {
  // Without the limit, so that the size can be told.
  const { height, width, space } = await sharp(bytes, { limitInputPixels: false }).metadata();
  return { height, width, gray: space === 'b-w' || space === 'grey16' };
}

async function decode(bytes: Buffer, gray: boolean): Promise<Image> {
  const { data, info } = await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
    .autoOrient()
    .flatten({ background: '#000' })
    .toColourspace(gray ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { height, width } = info;
  return { data: new Uint8Array(data.buffer, data.byteOffset, data.length), height, width, channels: gray ? 1 : 3 };
}

async function orUnreadable<T>(decoded: Promise<T>): Promise<T> {
  try {
    return await decoded;
  } catch (error) {
    throw new UnreadableImage(`damaged or truncated (${firstLine(error)})`);
  }
}

function tooLarge({ width, height }: ImageShape): UnreadableImage {
  return new UnreadableImage(
    `${width} x ${height} pixels, more than the ${maxPixels} that are decoded; cut or shrink it`,
  );
}

function firstLine(error: unknown): string {
  return error instanceof Error ? error.message.split('\n')[0].trim() : String(error);
}
