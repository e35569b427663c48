import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Image } from '../../../src/augment/image';
import { decodeImage } from '../../../src/data/decode/decodeImage';
import { createBudgetMemory, openBudget } from '../../../src/data/decode/decodeBudget';
import { noisePicture, png, toSharp } from '../support/pictures';

const decode = (bytes: Buffer): Promise<Image> =>
  decodeImage(bytes, openBudget(createBudgetMemory()).pixels, (image) => image);

/** A PNG header that promises any size, with a little data. */
function pngOf(width: number, height: number, bitDepth: number, colourType: number, rows: Buffer): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, crc]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bitDepth, colourType, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

describe('what decoded pictures are', () => {
  test.each([1, 3] as const)('lossless formats give back their pixels, %i channels', async (channels) => {
    const picture = noisePicture(1, 13, channels);
    expect(await decode(await png(picture))).toEqual(picture);
    expect(await decode(await toSharp(picture).tiff({ compression: 'lzw' }).toBuffer())).toEqual(picture);
  });

  test('lossless WebP, and AVIF nearly', async () => {
    const picture = noisePicture(1, 32, 3);
    expect(await decode(await toSharp(picture).webp({ lossless: true }).toBuffer())).toEqual(picture);
    const flat: Image = { ...picture, data: picture.data.map((_, i) => [200, 30, 90][i % 3]) };
    const avif = await decode(await toSharp(flat).avif({ quality: 90 }).toBuffer());
    expect(avif).toMatchObject({ height: 32, width: 32, channels: 3 });
    for (const [i, value] of avif.data.entries()) expect(Math.abs(value - flat.data[i])).toBeLessThanOrEqual(4);
  });

  test('a JPEG is decoded at full size, colour and gray', async () => {
    const picture = noisePicture(2, 40, 3);
    const jpeg = await toSharp(picture).jpeg({ quality: 95 }).toBuffer();
    // The reference is libjpeg through sharp with nothing in between.
    const reference = await sharp(jpeg).raw().toBuffer();
    expect(await decode(jpeg)).toEqual({ data: new Uint8Array(reference), height: 40, width: 40, channels: 3 });
    const gray = await decode(
      await toSharp(noisePicture(2, 40, 1))
        .jpeg()
        .toBuffer(),
    );
    expect(gray).toMatchObject({ height: 40, width: 40, channels: 1 });
    expect(gray.data).toHaveLength(1600);
  });

  test.each([
    // Where the stored pixels a b / c d are shown, by EXIF orientation.
    [1, 'abcd'],
    [2, 'badc'],
    [3, 'dcba'],
    [4, 'cdab'],
    [5, 'acbd'],
    [6, 'cadb'],
    [7, 'dbca'],
    [8, 'bdac'],
  ])('EXIF orientation %i', async (orientation, shown) => {
    const size = 16;
    const levels = { a: 20, b: 90, c: 160, d: 230 };
    const data = Uint8Array.from({ length: size * size }, (_, i) => {
      const right = i % size >= size / 2;
      const lower = i >= (size * size) / 2;
      return Object.values(levels)[(lower ? 2 : 0) + (right ? 1 : 0)];
    });
    const stored: Image = { data, height: size, width: size, channels: 1 };
    const image = await decode(await toSharp(stored).withMetadata({ orientation }).jpeg({ quality: 100 }).toBuffer());
    const corners = [0, size - 1, size * (size - 1), size * size - 1].map((at) => image.data[at * image.channels]);
    const nearest = corners.map(
      (level) => Object.entries(levels).find(([, other]) => Math.abs(level - other) < 10)?.[0],
    );
    expect(nearest.join('')).toBe(shown);
  });

  test('an upright picture that is stored lying has its sides exchanged', async () => {
    const wide: Image = { data: new Uint8Array(20 * 10 * 3), height: 10, width: 20, channels: 3 };
    expect(await decode(await toSharp(wide).withMetadata({ orientation: 6 }).jpeg().toBuffer())).toMatchObject({
      height: 20,
      width: 10,
    });
  });

  test('alpha is laid over black', async () => {
    const rgba = Buffer.from([200, 100, 50, 255, 200, 100, 50, 128, 200, 100, 50, 0]);
    const { data, channels } = await decode(
      await sharp(rgba, { raw: { width: 3, height: 1, channels: 4 } })
        .png()
        .toBuffer(),
    );
    expect(channels).toBe(3);
    const expected = [200, 100, 50, 100, 50, 25, 0, 0, 0];
    for (const [i, value] of data.entries()) expect(Math.abs(value - expected[i])).toBeLessThanOrEqual(1);
  });

  test('gray with alpha stays one channel', async () => {
    const image = await decode(pngOf(2, 1, 8, 4, Buffer.from([0, 100, 255, 100, 128])));
    expect(image.channels).toBe(1);
    expect(image.data[0]).toBe(100);
    expect(Math.abs(image.data[1] - 50)).toBeLessThanOrEqual(1);
  });

  test.each([
    ['gray', 0, 1],
    ['RGB', 2, 3],
  ])('16 bits are cut to 8: %s', async (_, colourType, channels) => {
    const levels = [0, 255, 300, 30000, 65280, 65535];
    const row = Buffer.alloc(1 + 12);
    levels.forEach((level, i) => row.writeUInt16BE(level, 1 + 2 * i));
    const image = await decode(pngOf(6 / channels, 1, 16, colourType, row));
    expect(image).toMatchObject({ width: 6 / channels, height: 1, channels });
    // v / 257 is exact; libvips takes the upper byte or rounds, one level apart at most.
    for (const [i, value] of image.data.entries()) expect(Math.abs(value - levels[i] / 257)).toBeLessThanOrEqual(1);
  });

  test('a palette is RGB, one bit is gray', async () => {
    const flat: Image = { data: new Uint8Array(64 * 3).fill(80), height: 8, width: 8, channels: 3 };
    expect((await decode(await toSharp(flat).png({ palette: true }).toBuffer())).channels).toBe(3);
    const oneBit = await decode(pngOf(8, 1, 1, 0, Buffer.from([0, 0b10100000])));
    expect(oneBit).toEqual({ data: Uint8Array.of(255, 0, 255, 0, 0, 0, 0, 0), height: 1, width: 8, channels: 1 });
  });

  test('CMYK becomes sRGB', async () => {
    const red: Image = { ...noisePicture(1, 8), data: new Uint8Array(64 * 3).map((_, i) => [200, 10, 10][i % 3]) };
    const jpeg = await toSharp(red).toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer();
    expect((await sharp(jpeg).metadata()).space).toBe('cmyk');
    const { data, channels } = await decode(jpeg);
    expect(channels).toBe(3);
    // There and back through the inks of a press costs some levels.
    for (const [i, value] of data.entries()) expect(Math.abs(value - red.data[i])).toBeLessThanOrEqual(15);
  });

  test('an embedded profile is turned into sRGB', async () => {
    const red: Image = {
      data: new Uint8Array(64 * 3).map((_, i) => (i % 3 === 0 ? 200 : 40)),
      height: 8,
      width: 8,
      channels: 3,
    };
    const inP3 = await toSharp(red).withIccProfile('p3').png().toBuffer();
    const stored = await sharp(inP3, { ignoreIcc: true }).raw().toBuffer();
    expect(Math.abs(stored[0] - 200)).toBeGreaterThan(5); // Display P3 writes the same red with another number
    const { data } = await decode(inP3);
    for (const [i, value] of [...data.subarray(0, 3)].entries())
      expect(Math.abs(value - red.data[i])).toBeLessThanOrEqual(2);
  });

  test('of an animation the first frame is taken', async () => {
    const frames = Buffer.concat([Buffer.alloc(8 * 8 * 3, 200), Buffer.alloc(8 * 8 * 3, 10)]);
    for (const format of ['gif', 'webp'] as const) {
      const bytes = await sharp(frames, { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } })
        [format]({ loop: 0 })
        .toBuffer();
      expect((await sharp(bytes).metadata()).pages).toBe(2);
      const image = await decode(bytes);
      expect(image).toMatchObject({ height: 8, width: 8 });
      expect(Math.abs(image.data[0] - 200)).toBeLessThanOrEqual(3);
    }
  });
});

describe('what is skipped, and why', () => {
  const whole = (): Promise<Buffer> => toSharp(noisePicture(3, 64)).jpeg().toBuffer();

  test.each<[string, () => Promise<Buffer> | Buffer, RegExp]>([
    ['an empty file', () => Buffer.alloc(0), /^empty$/],
    ['a few bytes', () => Buffer.from([0xff, 0xd8]), /^not an image$/],
    ['text', () => Buffer.from('hello, world'), /^not an image$/],
    ['a web page', () => Buffer.from('\n<!DOCTYPE html><html>404</html>'), /^an HTML page$/],
    [
      'a Git LFS pointer',
      () => Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:0'),
      /git lfs pull/,
    ],
    [
      'SVG, which would be drawn',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      /SVG/,
    ],
    ['BMP', () => Buffer.from('BM' + '\0'.repeat(60)), /BMP/],
    ['a truncated JPEG', async () => (await whole()).subarray(0, 1500), /^damaged or truncated \(.*premature end/],
    ['a JPEG of a header alone', async () => (await whole()).subarray(0, 100), /^damaged or truncated/],
    ['a truncated PNG', async () => (await png(noisePicture(3, 64))).subarray(0, 5000), /^damaged or truncated/],
    [
      'a PNG with changed pixels',
      async () => {
        const bytes = await png(noisePicture(3, 64));
        return bytes.fill(0x5a, 3000, 3040);
      },
      /^damaged or truncated/,
    ],
    [
      'a truncated WebP',
      async () => (await toSharp(noisePicture(3, 64)).webp().toBuffer()).subarray(0, 900),
      /^damaged or truncated/,
    ],
    [
      'a truncated GIF',
      async () => (await toSharp(noisePicture(3, 64)).gif().toBuffer()).subarray(0, 900),
      /^damaged or truncated/,
    ],
    [
      'a truncated TIFF',
      async () => (await toSharp(noisePicture(3, 64)).tiff().toBuffer()).subarray(0, 900),
      /^damaged or truncated/,
    ],
    ['a huge picture in a small file', () => pngOf(50_000, 50_000, 8, 0, Buffer.alloc(10)), /^50000 x 50000 pixels/],
    ['a picture without pixels', () => pngOf(0, 10, 8, 0, Buffer.alloc(10)), /^damaged or truncated/],
  ])('%s', async (_, make, reason) => {
    const error = await decode(await make()).catch((reason: Error) => reason);
    expect(error).toMatchObject({ name: 'UnreadableImage' });
    expect((error as Error).message).toMatch(reason);
  });

  test('a huge WebP, whose size only the decoder can tell', async () => {
    const image = sharp({ create: { width: 16_383, height: 5000, channels: 3, background: '#000' } });
    await expect(decode(await image.webp({ effort: 0 }).toBuffer())).rejects.toThrow(/^16383 x 5000 pixels/);
  });
});
