import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { jpegs } from '../../../bench/truth/sets/jpegs';
import { throughFile } from '../../../bench/truth/writeSet';
import type { Image } from '../../../src/augment/image';
import { resizeArea } from '../../../src/augment/kernels/resizeArea';
import { createPool } from '../../../src/augment/pool';
import type { Transform } from '../../../src/augment/transform';
import { clearestTests } from '../../../src/judge/fileFinding';
import { fileTests } from '../../../src/learn/fileTests/fileTests';
import type { FileTest } from '../../../src/protocol/result';
import { createRandom, type Random } from '../../../src/random/random';

const orientations = ['HorizontalFlip', 'VerticalFlip', 'Transpose', 'RandomRotate90'];

function test(images: readonly Image[], names: readonly string[] = orientations): Promise<FileTest[]> {
  const pool = createPool({ names, profile: 'modern', size: images[0].height });
  return fileTests({ images, pool, random: createRandom(1, 'file tests') });
}

/** The test of a transform in a channel: of parity, or of the axis of it. */
function find(
  tests: readonly FileTest[],
  transform: string,
  channel: FileTest['channel'],
  { axis = false } = {},
): FileTest {
  const found = tests.find(
    (one) => one.transform === transform && one.channel === channel && (one.name === 'axis of parity') === axis,
  );
  if (!found) throw new Error(`No test of ${transform} in ${channel}.`);
  return found;
}

async function decode(file: string | Buffer): Promise<Image> {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(data), height: info.height, width: info.width, channels: info.channels as 1 | 3 };
}

/** Pictures of blurred coloured noise: no content, so nothing but the file could tell left from right. */
async function texture(random: Random, side: number): Promise<Buffer> {
  const noise = Uint8Array.from({ length: side * side * 3 }, () => Math.min(255, Math.max(0, random.normal(128, 90))));
  return sharp(noise, { raw: { width: side, height: side, channels: 3 } })
    .blur(1.5)
    .png()
    .toBuffer();
}

describe('fileTests on 32 px pictures saved as JPEG of quality 90', () => {
  const kinds = new Map<string, FileTest[]>();
  beforeAll(async () => {
    const random = createRandom(5, 'textures');
    const pngs = await Promise.all(Array.from({ length: 400 }, () => texture(random, 32)));
    const save = (chromaSubsampling: string) => (png: Buffer) =>
      sharp(png).jpeg({ quality: 90, chromaSubsampling }).toBuffer().then(decode);
    kinds.set('4:2:0', await test(await Promise.all(pngs.map(save('4:2:0')))));
    kinds.set('4:4:4', await test(await Promise.all(pngs.map(save('4:4:4')))));
    kinds.set('PNG', await test(await Promise.all(pngs.map(decode))));
  });

  it.each(['Cb', 'Cr'] as const)(
    '4:2:0: %s tells HorizontalFlip at 0.95 or more unguarded, and not at all guarded',
    (channel) => {
      const { unguarded, guarded, fileTrace, n } = find(kinds.get('4:2:0')!, 'HorizontalFlip', channel);
      expect(unguarded.auroc).toBeGreaterThanOrEqual(0.95);
      expect(guarded.interval95[0]).toBeLessThanOrEqual(0.5);
      expect(guarded.interval95[1]).toBeGreaterThanOrEqual(0.5);
      expect(fileTrace).toBe(true);
      expect(n).toBe(400);
    },
  );

  it.each(['Transpose', 'RandomRotate90'])(
    '4:2:0: the guard hides which way columns differ, not that they do',
    (name) => {
      const tests = kinds.get('4:2:0')!;
      expect(find(tests, name, 'Cb').fileTrace).toBe(true);
      for (const channel of ['Cb', 'Cr'] as const) {
        const { unguarded, guarded, fileTrace } = find(tests, name, channel, { axis: true });
        expect(unguarded.interval95[0]).toBeGreaterThan(0.6);
        expect(guarded.interval95[0]).toBeGreaterThan(0.6);
        expect(fileTrace).toBe(false);
      }
      const [told] = clearestTests(tests.filter(({ transform }) => transform === name));
      expect(told).toMatchObject({ finding: 'stays', test: { name: 'axis of parity' } });
    },
  );

  it('4:2:0: shows in Transpose and quarter turns, too, but neither in luma nor in rows', () => {
    const tests = kinds.get('4:2:0')!;
    expect(find(tests, 'Transpose', 'Cb').fileTrace).toBe(true);
    expect(find(tests, 'RandomRotate90', 'Cb').fileTrace).toBe(true);
    expect(find(tests, 'HorizontalFlip', 'Y').fileTrace).toBe(false);
    expect(find(tests, 'VerticalFlip', 'Cb')).toMatchObject({ name: 'row parity', fileTrace: false });
  });

  it.each(['4:4:4', 'PNG'])('%s: shows nothing', (kind) => {
    const tests = kinds.get(kind)!;
    expect(tests).toHaveLength(16);
    for (const { unguarded, guarded, fileTrace } of tests) {
      expect(unguarded.auroc).toBeLessThan(0.6);
      expect(guarded.auroc).toBeLessThan(0.6);
      expect(fileTrace).toBe(false);
    }
  });
});

describe('fileTests on made pictures', () => {
  const random = createRandom(6, 'made');
  const make = (side: number, channels: 1 | 3): Image => ({
    data: Uint8Array.from({ length: side * side * channels }, () => random.integer(60, 190)),
    height: side,
    width: side,
    channels,
  });

  it('find the comb of a lookup table, which dither fills', async () => {
    const images = Array.from({ length: 200 }, () => make(32, 1));
    const [gamma] = await test(images, ['RandomGamma']);
    expect(gamma).toMatchObject({ transform: 'RandomGamma', channel: 'gray', n: 200, fileTrace: true });
    expect(gamma.unguarded.auroc).toBeGreaterThan(0.7);
  });

  /** Noise with a shadow along its left edge, so steep that the columns' parity has the same sign from wherever it is cropped. */
  const shadowed = (side: number): Image => {
    const image = make(side, 1);
    const depths = [100, 52, 20, 4];
    const data = image.data.map((_, i) => random.integer(140, 144) - (depths[i % side] ?? 0));
    return { ...image, data };
  };

  it.each([
    { name: 'HorizontalFlip', guard: 2 },
    { name: 'Transpose', guard: 3 },
  ])('call what is in the picture no trace: $name of a shadow on the left, guard $guard', async ({ name, guard }) => {
    const images = Array.from({ length: 150 }, () => shadowed(24));
    const pool = createPool({ names: [name], profile: 'modern', size: 24 });
    const [found] = await fileTests({ images, pool, guard, random: createRandom(3, 'shadow') });
    expect(found.unguarded.interval95[0]).toBeGreaterThan(0.6);
    expect(found.guarded.interval95[0]).toBeGreaterThan(0.6);
    expect(found.fileTrace).toBe(false);
    expect(clearestTests([found])).toEqual([{ finding: 'stays', test: found }]);
  });

  it('skip transforms without a known trace, and pictures too small to have parity after the guard', async () => {
    expect(await test([make(20, 3)], ['Blur', 'RandomCrop', 'ToGray'])).toEqual([]);
    expect(await test([make(6, 1)])).toEqual([]);
    expect(await test([make(7, 1), make(7, 1)])).toHaveLength(4);
  });

  it('give the same numbers for the same seed, from a stream as from a list', async () => {
    const images = Array.from({ length: 20 }, () => make(16, 3));
    async function* stream(): AsyncGenerator<Image> {
      yield* images;
    }
    const pool = createPool({ profile: 'modern', size: 16 });
    const streamed = await fileTests({ images: stream(), pool, random: createRandom(2, 'again') });
    expect(streamed).toEqual(await fileTests({ images, pool, random: createRandom(2, 'again') }));
    expect(new Set(streamed.map(({ name }) => name)).size).toBe(4);
  });

  it('have nothing to say about no pictures', async () => {
    const pool = createPool({ profile: 'modern', size: 16 });
    expect(await fileTests({ images: [], pool, random: createRandom(1) })).toEqual([]);
  });
});

/** Decodes all pictures of some folders of an archive. */
async function unpack(archive: string, folders: readonly string[]): Promise<Image[]> {
  const target = mkdtempSync(join(tmpdir(), 'safe-aug-file-tests-'));
  try {
    execFileSync('tar', ['xzf', archive, '-C', target, ...folders]);
    const files = folders.flatMap((folder) =>
      readdirSync(join(target, folder)).map((file) => join(target, folder, file)),
    );
    return await Promise.all(files.map(decode));
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
}

const datasets = resolve(import.meta.dirname, '../../../../shared/datasets');

describe.each([
  { archive: 'cifar10-images.tar.gz', folders: ['test/cat', 'test/ship'], size: 32 },
  { archive: 'eurosat-8k.tar.gz', folders: ['test/Forest', 'test/Industrial', 'test/River'], size: 64 },
  { archive: 'eurosat-8k.tar.gz', folders: ['test/Forest', 'test/Industrial', 'test/River'], size: 32 },
])('fileTests on $archive at $size px', ({ archive, folders, size }) => {
  const path = join(datasets, archive);
  if (!existsSync(path)) console.warn(`Skipped: ${archive} is not in ../shared/datasets.`);

  it.skipIf(!existsSync(path))(
    'tell HorizontalFlip at 0.95 or more by Cb unguarded, and not at all guarded',
    async () => {
      const pictures = await unpack(path, folders);
      const resized = pictures.map((image) => (image.height === size ? image : resizeArea(image, size, size)));
      const { unguarded, guarded, fileTrace } = find(await test(resized, ['HorizontalFlip']), 'HorizontalFlip', 'Cb');
      expect(unguarded.auroc).toBeGreaterThanOrEqual(0.95);
      expect(guarded.interval95[0]).toBeLessThanOrEqual(0.5);
      expect(fileTrace).toBe(true);
    },
  );

  it.skipIf(!existsSync(path))('do not call a Transpose hidden that the guard does not hide', async () => {
    const pictures = await unpack(path, folders);
    const resized = pictures.map((image) => (image.height === size ? image : resizeArea(image, size, size)));
    const tests = await test(resized, ['Transpose']);
    const { unguarded, guarded, fileTrace } = find(tests, 'Transpose', 'Cb', { axis: true });
    expect(unguarded.interval95[0]).toBeGreaterThan(0.8);
    expect(guarded.interval95[0]).toBeGreaterThan(0.8);
    expect(fileTrace).toBe(false);
    expect(clearestTests(tests)).toMatchObject([{ finding: 'stays', test: { name: 'axis of parity' } }]);
  });
});

describe('fileTests on files that were transposed at random before', () => {
  const [transpose] = createPool({ names: ['Transpose'], profile: 'modern', size: 16 });

  it('read the axis of parity at chance, and tell it as the files are', async () => {
    const images = await Promise.all(
      Array.from({ length: 800 }, (_, i) => throughFile(jpegs.draw(createRandom(7, 'axis', i), i % 2), jpegs.file)),
    );
    const atRandom = images.map((image, i) => maybe(transpose, image, createRandom(8, 'transposed', i)));
    const [asSaved, mixed] = [await test(images, ['Transpose']), await test(atRandom, ['Transpose'])];
    for (const channel of ['Cb', 'Cr'] as const) {
      expect(find(asSaved, 'Transpose', channel, { axis: true }).guarded.interval95[0]).toBeGreaterThan(0.55);
      const { unguarded, guarded } = find(mixed, 'Transpose', channel, { axis: true });
      for (const { auroc } of [unguarded, guarded]) expect(auroc).toBeLessThan(0.54);
    }
    expect(clearestTests(asSaved)).toMatchObject([{ finding: 'stays' }]);
    expect(clearestTests(mixed)).toEqual([]);
  });
});

function maybe(transform: Transform, image: Image, random: Random): Image {
  return random.next() < 0.5 ? transform.apply(image, transform.sample(random, image)) : image;
}
