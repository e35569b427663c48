import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readJpegCoding } from '../../../src/data/decode/jpegCoding';

const picture = sharp({ create: { width: 20, height: 12, channels: 3, background: '#385' } });
const gray = sharp(new Uint8Array(240), { raw: { width: 20, height: 12, channels: 1 } }).toColourspace('b-w');

describe('readJpegCoding', () => {
  it.each([1, 10, 49, 50, 75, 90, 95, 100])(
    'reads quality %i and both samplings as libjpeg writes them',
    async (quality) => {
      for (const subsampling of ['4:4:4', '4:2:0'] as const) {
        const file = await picture.clone().jpeg({ quality, chromaSubsampling: subsampling }).toBuffer();
        expect(readJpegCoding(file)).toEqual({ quality, subsampling, height: 12, width: 20 });
      }
    },
  );

  it('reads progressive and gray files; gray has no chroma to halve', async () => {
    const progressive = await picture.clone().jpeg({ quality: 80, progressive: true }).toBuffer();
    expect(readJpegCoding(progressive)).toMatchObject({ quality: 80, subsampling: '4:2:0' });
    expect(readJpegCoding(await gray.clone().jpeg({ quality: 60 }).toBuffer())).toMatchObject({
      quality: 60,
      subsampling: '4:4:4',
    });
  });

  it('gives the nearest quality of a table that libjpeg would not write', async () => {
    const file = await picture.clone().jpeg({ quality: 77 }).toBuffer();
    const table = file.indexOf(Buffer.from([0xff, 0xdb])) + 5;
    file[table + 10] += 1;
    expect(readJpegCoding(file)?.quality).toBe(77);
  });

  it('has nothing to say about other formats and damaged headers', async () => {
    expect(readJpegCoding(await picture.clone().png().toBuffer())).toBeNull();
    expect(readJpegCoding(new Uint8Array())).toBeNull();
    const file = await picture.clone().jpeg().toBuffer();
    for (let length = 0; length < 150; length++) expect(readJpegCoding(file.subarray(0, length))).toBeNull();
  });
});
