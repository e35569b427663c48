import { describe, expect, test } from 'vitest';
import { resizeArea } from '../../../src/augment/kernels/resizeArea';
import { storedImage } from '../../../src/data/prepare/imageCache';
import { prepare, type Prepared, type PrepareOptions } from '../../../src/data/prepare/prepare';
import { readDataset } from '../../../src/data/readDataset';
import { noisePicture, png, pngFiles, writeFiles } from '../support/pictures';
import { temporaryFolder } from '../support/temporaryFolder';
import { testWorkers } from '../support/workers';

type Files = Readonly<Record<string, string | Uint8Array>>;

async function prepareFiles(files: Files, options: Partial<PrepareOptions> = {}): Promise<Prepared> {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  return prepare(await readDataset(folder), { workers: testWorkers(), seed: 1, ...options });
}

const twoClasses = (i: number): string => `${i % 2 === 0 ? 'cat' : 'dog'}/${String(i).padStart(3, '0')}.png`;

describe('prepare', () => {
  test('keeps every picture at working size by the area kernel', async () => {
    const pictures = Array.from({ length: 60 }, (_, i) => noisePicture(i, 20 + (i % 3) * 20));
    const prepared = await prepareFiles(await pngFiles(60, twoClasses, (i) => pictures[i]), { size: 16 });
    expect(prepared).toMatchObject({ size: 16, channels: 3, skipped: { count: 0, files: [] } });
    expect(prepared.usable).toHaveLength(60);
    for (const item of prepared.usable) {
      const { source } = prepared.dataset.items[item];
      const number = Number(/(\d+)\.png/.exec(source.kind === 'file' ? source.path : '')?.[1]);
      expect(storedImage(prepared.cache, item)).toEqual(resizeArea(pictures[number], 16, 16));
    }
  });

  test.each([
    [47, 32],
    [48, 64],
  ])('chooses the working size: pictures of %i pixels → %i', async (side, size) => {
    const files = await pngFiles(60, twoClasses, (i) => noisePicture(i, side, 1));
    expect(await prepareFiles(files)).toMatchObject({ size, channels: 1 });
  });

  test('one picture in colour makes the data set RGB', async () => {
    const files = await pngFiles(60, twoClasses, (i) => noisePicture(i, 8, i === 41 ? 3 : 1));
    expect((await prepareFiles(files)).channels).toBe(3);
  });

  test('leaves the test split alone and takes val as material', async () => {
    const splits = ['train', 'val', 'test'];
    const files = await pngFiles(180, (i) => `${splits[i % 3]}/${i % 2}/${i}.png`);
    const { usable, dataset } = await prepareFiles({ ...files, 'test/0/broken.png': 'broken' });
    expect(usable).toHaveLength(120);
    expect(new Set(Array.from(usable, (item) => dataset.items[item].split))).toEqual(new Set(['train', 'val']));
  });

  test('exact copies have the same content, others do not', async () => {
    const files = await pngFiles(60, twoClasses);
    const { usable, contents, dataset } = await prepareFiles({ ...files, 'cat/copy.png': files['dog/001.png'] });
    const item = (path: string): number =>
      dataset.items.findIndex(({ source }) => source.kind === 'file' && source.path === path);
    expect(contents[item('cat/copy.png')]).toBe(contents[item('dog/001.png')]);
    expect(new Set(Array.from(usable, (each) => contents[each])).size).toBe(60);
  });

  test('skips bad files, counts and lists them with the reason', async () => {
    const good = await pngFiles(97, twoClasses);
    const bad = {
      'cat/a.jpg': '',
      'cat/b.png': 'text',
      'dog/c.png': (await png(noisePicture(1, 30))).subarray(0, 900),
    };
    const { usable, skipped } = await prepareFiles({ ...good, ...bad });
    expect(usable).toHaveLength(97);
    expect(skipped).toMatchObject({
      count: 3,
      files: [
        { file: 'cat/a.jpg', reason: 'empty' },
        { file: 'cat/b.png', reason: 'not an image' },
        { file: 'dog/c.png', reason: expect.stringMatching(/^damaged or truncated/) },
      ],
    });
  });

  test('a misnamed picture is read by what it is', async () => {
    const files = await pngFiles(60, (i) => twoClasses(i).replace('.png', '.jpg'));
    expect((await prepareFiles(files)).usable).toHaveLength(60);
  });

  test('over 5 % bad files is an error that shows some of them', async () => {
    const good = await pngFiles(94, twoClasses);
    const bad = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`dog/bad${i}.png`, 'text']));
    const error = await prepareFiles({ ...good, ...bad }).catch((reason: Error) => reason);
    expect(error).toMatchObject({ name: 'DataError' });
    expect((error as Error).message).toMatch(/^6 images of 100 \(6 %\) in .* at most 5 %/);
    expect((error as Error).message).toContain('dog/bad0.png: not an image');
    expect((error as Error).message).toContain('and 1 more');
  });

  test('fewer than 60 images is an error that shows what was found', async () => {
    const files = await pngFiles(70, (i) => `${i < 59 ? 'train' : 'test'}/${i % 2}/${i}.png`);
    await expect(prepareFiles(files)).rejects.toThrow(
      /^59 usable images .*At least 60 are needed[\s\S]*image-folder, 2 classes, 70 images \(train 59, test 11\)/,
    );
  });

  test('of a large set a stratified sample is prepared, by the seed', async () => {
    const files = await pngFiles(200, (i) => `${i < 150 ? 'many' : 'few'}/${i}.png`);
    const { usable, dataset } = await prepareFiles(files, { maxImages: 80 });
    expect(usable).toHaveLength(80);
    expect(usable.filter((item) => dataset.classes[dataset.items[item].label] === 'few')).toHaveLength(20);
    expect((await prepareFiles(files, { maxImages: 80 })).usable).toEqual(usable);
    expect((await prepareFiles(files, { maxImages: 80, seed: 2 })).usable).not.toEqual(usable);
  });

  test('a cache that is too small keeps what fits', async () => {
    const { cache, usable } = await prepareFiles(await pngFiles(60, twoClasses), {
      size: 16,
      cacheBytes: 10 * 16 * 16 * 3,
    });
    expect(Array.from(usable).filter((item) => storedImage(cache, item))).toHaveLength(10);
  });

  test('tells how far it is, and stops when asked to', async () => {
    const files = await pngFiles(70, twoClasses);
    const steps: number[][] = [];
    await prepareFiles(files, { onProgress: (...step) => steps.push(step) });
    expect(steps.at(-1)).toEqual([70, 70]);
    const controller = new AbortController();
    const stopped = prepareFiles(files, {
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    });
    await expect(stopped).rejects.toThrow('enough');
  });

  test.each([15, 257, 32.5])('refuses a working size of %d', async (size) => {
    await expect(prepareFiles(await pngFiles(60, twoClasses), { size })).rejects.toThrow(/from 16 to 256/);
  });
});
