import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Image } from '../../../src/augment/image';
import { boxBlur } from '../../../src/augment/kernels/boxBlur';
import { flipHorizontal } from '../../../src/augment/kernels/flip';
import { resizeArea } from '../../../src/augment/kernels/resizeArea';
import { readJpegCoding } from '../../../src/data/decode/jpegCoding';
import { createPool } from '../../../src/augment/pool';
import { takeStep } from '../../../src/data/feed/steps/step';
import { auroc } from '../../../src/judge/auroc';
import { assignFolds } from '../../../src/judge/folds';
import { type ProbeSide, probeSide } from '../../../src/judge/probeSide';
import { guardCrop } from '../../../src/learn/fileTests/hideTraces';
import { axisParity, parity } from '../../../src/learn/fileTests/parity';
import { reEncodingOf } from '../../../src/learn/traces/setCoding';
import { stepsFor } from '../../../src/learn/traces/stepsFor';
import { traceProbe } from '../../../src/learn/traces/traceProbe';
import { createRandom } from '../../../src/random/random';

const datasets = resolve(import.meta.dirname, '../../../../shared/datasets');
const pictures = 400;

/** The first files of a folder of an archive. */
function filesOf(archive: string, folder: string): Buffer[] {
  const target = mkdtempSync(join(tmpdir(), 'safe-aug-traces-'));
  try {
    execFileSync('tar', ['xzf', archive, '-C', target, folder]);
    const names = readdirSync(join(target, folder)).slice(0, pictures);
    return names.map((name) => readFileSync(join(target, folder, name)));
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
}

async function decode(file: Buffer, size: number): Promise<Image> {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  return resizeArea({ data: new Uint8Array(data), height: info.height, width: info.width, channels: 3 }, size, size);
}

/** Odd less even columns and rows of Y, Cb and Cr. */
const described = (image: Image): number[] => [...parity(image, 'columns'), ...parity(image, 'rows')];

type Version = (image: Image) => Image | Promise<Image>;

async function sides(images: readonly Image[], folds: Uint8Array, version: Version) {
  const rows = async (draw: (image: Image) => Image): Promise<Float32Array> => {
    const all: number[] = [];
    for (const image of images) all.push(...described(await version(draw(image))));
    return Float32Array.from(all);
  };
  const side = (features: Float32Array): ProbeSide =>
    probeSide({ features, dimensions: 6, folds, origin: new Float64Array(6) });
  return { clean: side(await rows((image) => image)), transformed: side(await rows(flipHorizontal)) };
}

const common = { transform: 'HorizontalFlip', threshold: 0.6, zJudged: 1.96, ridge: 0.01 };

describe.each([
  { archive: 'cifar10-images.tar.gz', folder: 'test/cat', size: 32 },
  { archive: 'eurosat-8k.tar.gz', folder: 'test/Forest', size: 64 },
])('a flip of $archive', ({ archive, folder, size }) => {
  const path = join(datasets, archive);
  if (!existsSync(path)) console.warn(`Skipped: ${archive} is not in ../shared/datasets.`);

  it.skipIf(!existsSync(path))('shows in the phase of 4:2:0 chroma, and after neither step', async () => {
    const random = createRandom(2, archive);
    const files = filesOf(path, folder);
    const images = await Promise.all(files.map((file) => decode(file, size)));
    const jpegCoding = (item: number) => Promise.resolve(readJpegCoding(files[item]));
    const reEncoding = await reEncodingOf({ jpegCoding }, Int32Array.from(files.keys()), size);
    expect(reEncoding).toMatchObject({ subsampling: '4:2:0', block: null });
    const folds = assignFolds(images.length, createRandom(1, 'folds'));
    const raw = await sides(images, folds, (image) => image);
    const steps = stepsFor('orientation', reEncoding);
    expect(steps.map(({ kind }) => kind)).toEqual(['re-encode', 'half-pixel']);
    for (const step of steps) {
      const stepped = await sides(images, folds, (image) => takeStep(image, step, random));
      const found = traceProbe({ ...common, step, without: raw, with: stepped });
      expect(found.without.auroc).toBeGreaterThan(0.95);
      // Half a pixel averages pairs of columns, but not what rounding left of them: most is gone, on EuroSAT not all.
      if (step.kind === 're-encode') expect(found.fileTrace, found.sentence).toBe(true);
      expect(found.sentence).toMatch(/is seen (mostly )?in the (file|resampling)/);
      expect(found.differenceInterval95[0]).toBeGreaterThan(0.25);
    }
  });
});

describe.each([
  { archive: 'cifar10-images.tar.gz', folder: 'test/cat' },
  { archive: 'eurosat-8k.tar.gz', folder: 'test/Forest' },
])('a Transpose of $archive at 32 px', ({ archive, folder }) => {
  const path = join(datasets, archive);

  it.skipIf(!existsSync(path))(
    'shows behind the guard in the axis of chroma parity, and not after half a pixel',
    async () => {
      const random = createRandom(4, archive);
      const images = await Promise.all(filesOf(path, folder).map((file) => decode(file, 32)));
      const [transpose] = createPool({ names: ['Transpose'], profile: 'modern', size: 32 });
      const chroma = (image: Image): number =>
        axisParity(guardCrop(image, 3, random))
          .slice(1)
          .reduce((a, b) => a + b);
      const told = async (version: Version): Promise<number> => {
        const clean: number[] = [];
        const turned: number[] = [];
        for (const image of images) {
          clean.push(chroma(await version(image)));
          turned.push(chroma(await version(transpose.apply(image, transpose.sample(random, image)))));
        }
        // Columns differ most as the files are, rows once they are transposed.
        return auroc(turned, clean);
      };
      expect(await told((image) => image)).toBeGreaterThan(0.9);
      const shifted = await told((image) => takeStep(image, { kind: 'half-pixel' }, random));
      expect(shifted).toBeGreaterThan(0.4);
      expect(shifted).toBeLessThan(0.6);
    },
  );
});

describe('a flip of pictures that were never saved as JPEG', () => {
  const random = createRandom(3, 'lossless');
  const images = Array.from({ length: pictures }, (): Image => {
    const data = Uint8Array.from({ length: 32 * 32 * 3 }, () => random.integer(0, 255));
    return boxBlur({ data, height: 32, width: 32, channels: 3 }, 3);
  });
  const folds = assignFolds(pictures, createRandom(1, 'folds'));
  const versions: readonly (readonly [string, Version])[] = [
    ['the guard', (image) => guardCrop(image, 3, random)],
    ['half a pixel', (image) => takeStep(image, { kind: 'half-pixel' }, random)],
  ];

  it.each(versions)('%s leaves the verdict as it was, and the difference covers 0', async (_, version) => {
    const raw = await sides(images, folds, (image) => image);
    const hidden = await sides(images, folds, version);
    const found = traceProbe({ ...common, step: { kind: 'half-pixel' }, without: raw, with: hidden });
    for (const { interval95 } of [found.without, found.with]) {
      expect(interval95[0]).toBeLessThan(0.5);
      expect(interval95[1]).toBeLessThan(0.6);
    }
    expect(found.differenceInterval95[0]).toBeLessThan(0);
    expect(found.differenceInterval95[1]).toBeGreaterThan(0);
    expect(found.fileTrace).toBe(false);
  });
});
