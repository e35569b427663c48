import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { Image } from '../../../../src/augment/image';
import { crop } from '../../../../src/augment/kernels/crop';
import { flipHorizontal } from '../../../../src/augment/kernels/flip';
import { resizeArea } from '../../../../src/augment/kernels/resizeArea';
import type { BatchRequest } from '../../../../src/data/batch';
import { createFeed } from '../../../../src/data/feed/createFeed';
import { takeStep } from '../../../../src/data/feed/steps/step';
import { prepare } from '../../../../src/data/prepare/prepare';
import { readDataset } from '../../../../src/data/readDataset';
import { createRandom } from '../../../../src/random/random';
import { noisePicture } from '../../support/pictures';
import { temporaryFolder } from '../../support/temporaryFolder';
import { testWorkers } from '../../support/workers';

const size = 16;

/** A feed without guard over 60 JPEG files of 20 × 20 noise in two classes. */
async function jpegFeed() {
  const folder = temporaryFolder();
  for (const [label, name] of ['cat', 'dog'].entries()) {
    mkdirSync(join(folder, name));
    for (let i = 0; i < 30; i++) {
      const { data, width, height, channels } = noisePicture(30 * label + i, 20, 3);
      const file = sharp(data, { raw: { width, height, channels } }).jpeg({ quality: 70, chromaSubsampling: '4:4:4' });
      writeFileSync(join(folder, name, `${i}.jpg`), await file.toBuffer());
    }
  }
  const workers = testWorkers();
  const prepared = await prepare(await readDataset(folder), { workers, seed: 1, size });
  const feed = createFeed({ prepared, workers, pool: ['HorizontalFlip'], profile: 'modern', seed: 7, guard: 0 });
  const files = prepared.dataset.items.map(({ source }) => (source.kind === 'file' ? join(folder, source.path) : ''));
  return { feed, files };
}

async function decoded(file: string): Promise<Image> {
  return { data: new Uint8Array(await sharp(file).raw().toBuffer()), height: 20, width: 20, channels: 3 };
}

const request: BatchRequest = {
  items: Int32Array.of(3),
  draw: { kind: 'only', transform: 0 },
  stream: 'test',
  firstPosition: 0,
  statistics: false,
};

it('a step comes after the transform, and does not count as a change', async () => {
  const { feed } = await jpegFeed();
  for await (const { pixels, changed } of feed.batches([{ ...request, step: { kind: 'half-pixel' } }])) {
    const flipped = flipHorizontal(await feed.baseImage(3));
    expect(pixels).toEqual((await takeStep(flipped, { kind: 'half-pixel' }, createRandom(1))).data);
    expect([...changed]).toEqual([1]);
  }
});

it('re-encoding with a block makes the picture from its file, cut to whole blocks; the rest is near enough', async () => {
  const { feed, files } = await jpegFeed();
  const raw = await decoded(files[3]);
  const cut = resizeArea(crop(raw, { y0: 0, x0: 0, height: 16, width: 16 }), size, size);
  const step = { kind: 're-encode', quality: 100, subsampling: '4:4:4' } as const;
  const distances: number[] = [];
  for (const block of [8, null] as const) {
    for await (const { pixels } of feed.batches([{ ...request, draw: { kind: 'clean' }, step: { ...step, block } }])) {
      distances.push(pixels.reduce((sum, value, i) => sum + Math.abs(value - cut.data[i]), 0) / pixels.length);
    }
  }
  expect(distances[0]).toBeLessThan(2);
  expect(distances[1]).toBeGreaterThan(8);
});

it('says how a file was saved', async () => {
  const { feed } = await jpegFeed();
  expect(await feed.jpegCoding(3)).toEqual({ quality: 70, subsampling: '4:4:4', height: 20, width: 20 });
});
