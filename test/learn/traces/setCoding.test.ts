import { describe, expect, it } from 'vitest';
import type { JpegCoding } from '../../../src/data/decode/jpegCoding';
import { reEncodingOf } from '../../../src/learn/traces/setCoding';

const items = Int32Array.from({ length: 100 }, (_, i) => i);
const file: JpegCoding = { quality: 90, subsampling: '4:2:0', height: 64, width: 64 };
const of = (coding: (item: number) => JpegCoding | null, size = 64) =>
  reEncodingOf({ jpegCoding: (item) => Promise.resolve(coding(item)) }, items, size);

describe('reEncodingOf', () => {
  it('takes the median quality and the most frequent sampling', async () => {
    const found = await of((i) => ({
      ...file,
      quality: 70 + (i % 3) * 10,
      subsampling: i % 4 === 0 ? '4:4:4' : '4:2:0',
    }));
    expect(found).toEqual({ kind: 're-encode', quality: 80, subsampling: '4:2:0', block: null });
  });

  it('is nothing for sets of other files, and looks at the JPEG files of mixed ones', async () => {
    expect(await of(() => null)).toBeNull();
    expect(await of((i) => (i % 5 < 3 ? null : file))).toBeNull();
    expect(await of((i) => (i % 5 < 2 ? null : file))).toMatchObject({ quality: 90 });
  });

  it('cuts to whole blocks of 16 where chroma has half the resolution, else of 8', async () => {
    expect(await of((i) => ({ ...file, width: i === 3 ? 100 : 96 }))).toMatchObject({ block: 16 });
    expect(await of(() => ({ ...file, width: 104, subsampling: '4:4:4' }))).toMatchObject({ block: null });
    expect(await of(() => ({ ...file, width: 104 }))).toMatchObject({ block: 16 });
    expect(await of(() => ({ ...file, height: 99, subsampling: '4:4:4' }))).toMatchObject({ block: 8 });
  });

  it('spares small pictures the loss of a quarter', async () => {
    expect(await of(() => ({ ...file, height: 28, width: 28 }), 28)).toMatchObject({ block: 8 });
  });

  it('leaves alone what is shrunk so far that blocks no longer show', async () => {
    expect(await of(() => ({ ...file, height: 375, width: 500 }))).toMatchObject({ block: null });
  });
});
