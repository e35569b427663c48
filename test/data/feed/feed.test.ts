import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applySubset } from '../../../src/augment/applySubset';
import type { Image } from '../../../src/augment/image';
import { createPool } from '../../../src/augment/pool';
import { registry } from '../../../src/augment/registry';
import { sampleSubset } from '../../../src/augment/subset';
import type { Batch, BatchRequest, Draw } from '../../../src/data/batch';
import { createFeed, type FeedOptions } from '../../../src/data/feed/createFeed';
import type { Feed } from '../../../src/data/feed/feed';
import { prepare, type PrepareOptions } from '../../../src/data/prepare/prepare';
import { readDataset } from '../../../src/data/readDataset';
import { coarseStatistics, coarseStatisticsLength } from '../../../src/learn/statistics/coarse';
import { createRandom } from '../../../src/random/random';
import { noisePicture, pngFiles, writeFiles } from '../support/pictures';
import { temporaryFolder } from '../support/temporaryFolder';
import { testWorkers } from '../support/workers';

const size = 16;
const pool = registry.map(({ name }) => name);
const subset: Draw = { kind: 'subset', maxSubset: 4, per: 'image' };

interface TestFeed {
  readonly feed: Feed;
  readonly folder: string;
}

/** A feed of 60 pictures of 20 x 20 noise in two classes; in colour unless said otherwise. */
async function makeFeed({
  workers = 1,
  channelsOf = () => 3 as 1 | 3,
  ...options
}: { workers?: number; channelsOf?: (i: number) => 1 | 3 } & Partial<Omit<FeedOptions, 'workers'>> &
  Pick<Partial<PrepareOptions>, 'cacheBytes'> = {}): Promise<TestFeed> {
  const folder = temporaryFolder();
  writeFiles(
    folder,
    await pngFiles(
      60,
      (i) => `${i < 30 ? 'cat' : 'dog'}/${i + 10}.png`,
      (i) => noisePicture(i, 20, channelsOf(i)),
    ),
  );
  const { cacheBytes = 2 ** 20, ...feedOptions } = options;
  const threads = testWorkers(workers);
  const prepared = await prepare(await readDataset(folder), { workers: threads, seed: 1, size, cacheBytes });
  return { folder, feed: createFeed({ prepared, workers: threads, pool, profile: 'modern', seed: 7, ...feedOptions }) };
}

function request(draw: Draw, changes: Partial<BatchRequest> = {}): BatchRequest {
  return {
    items: Int32Array.from({ length: 60 }, (_, i) => i),
    draw,
    stream: 'test',
    firstPosition: 0,
    statistics: false,
    ...changes,
  };
}

async function collect(feed: Feed, requests: Iterable<BatchRequest>): Promise<Batch[]> {
  const batches: Batch[] = [];
  for await (const batch of feed.batches(requests)) batches.push(batch);
  return batches;
}

async function one(feed: Feed, wanted: BatchRequest): Promise<Batch> {
  return (await collect(feed, [wanted]))[0];
}

function picture({ pixels }: Batch, i: number, side: number, channels: 1 | 3 = 3): Uint8Array {
  const length = side * side * channels;
  return pixels.subarray(i * length, (i + 1) * length);
}

/** Offsets (top, left) at which the window lies in the picture. */
function offsetsOf(window: Uint8Array, side: number, { data, width, channels }: Image): [number, number][] {
  const found: [number, number][] = [];
  for (let top = 0; top <= width - side; top++) {
    for (let left = 0; left <= width - side; left++) {
      const equal = window.every((value, k) => {
        const y = Math.floor(k / (side * channels));
        return value === data[((top + y) * width + left) * channels + (k % (side * channels))];
      });
      if (equal) found.push([top, left]);
    }
  }
  return found;
}

describe('what is in a batch', () => {
  test('clean pictures are windows of the pictures at working size, 3 pixels smaller, at offsets of 0 to 3', async () => {
    const { feed } = await makeFeed();
    expect(feed).toMatchObject({ side: 13, channels: 3 });
    const batch = await one(feed, request({ kind: 'clean' }));
    expect(batch.pixels).toHaveLength(60 * 13 * 13 * 3);
    const offsets = new Set<string>();
    for (let i = 0; i < 60; i++) {
      const [offset, ...others] = offsetsOf(picture(batch, i, 13), 13, await feed.baseImage(i));
      expect(others).toEqual([]);
      offsets.add(String(offset));
    }
    // 60 draws of 16: 16 (15/16)^60 = 0.33 are missing on average.
    expect(offsets.size).toBeGreaterThan(12);
    expect([...batch.labels]).toEqual([...Array<number>(30).fill(0), ...Array<number>(30).fill(1)]);
    expect(batch.applied).toEqual(new Uint8Array(60 * pool.length));
    expect(batch.outcomes).toEqual(new Int8Array(60).fill(-1));
    expect(batch.changed).toEqual(new Uint8Array(60).fill(1));
    expect(batch.statistics).toBeNull();
  });

  test('without a guard they are the pictures themselves', async () => {
    const { feed } = await makeFeed({ guard: 0 });
    expect(feed.side).toBe(size);
    const batch = await one(feed, request({ kind: 'clean' }));
    for (const i of [0, 31, 59]) expect(picture(batch, i, size)).toEqual((await feed.baseImage(i)).data);
  });

  test('subsets are drawn and applied from the stream of the picture', async () => {
    const { feed } = await makeFeed({ guard: 0 });
    const batch = await one(feed, request(subset, { firstPosition: 1000 }));
    const transforms = createPool({ names: pool, profile: 'modern', size });
    const sizes = new Set<number>();
    for (let i = 0; i < 60; i++) {
      const random = createRandom(7, 'test', 1000 + i);
      const drawn = sampleSubset(random, pool.length, 4);
      const image = await feed.baseImage(i);
      const expected = applySubset({ image, transforms: drawn.map((index) => transforms[index]), random, size });
      expect(picture(batch, i, size)).toEqual(expected.data);
      const applied = batch.applied.subarray(i * pool.length, (i + 1) * pool.length);
      expect([...applied.keys()].filter((index) => applied[index])).toEqual([...drawn].sort((a, b) => a - b));
      sizes.add(drawn.length);
    }
    expect(sizes).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  test('one subset for the whole batch, other parameters for each picture', async () => {
    const { feed } = await makeFeed({ guard: 0 });
    const rows: string[] = [];
    for (let firstPosition = 0; firstPosition < 20 * 60; firstPosition += 60) {
      const { applied } = await one(feed, request({ kind: 'subset', maxSubset: 4, per: 'batch' }, { firstPosition }));
      const first = applied.subarray(0, pool.length);
      for (let i = 0; i < 60; i++) expect(applied.subarray(i * pool.length, (i + 1) * pool.length)).toEqual(first);
      rows.push(String(first));
    }
    expect(new Set(rows).size).toBeGreaterThan(8);
  });

  test('a single transform has an effect, its outcome and its column', async () => {
    const { feed } = await makeFeed({ guard: 0 });
    const transform = pool.indexOf('RandomRotate90');
    const batch = await one(feed, request({ kind: 'only', transform }));
    const [{ outcomes }] = createPool({ names: ['RandomRotate90'], profile: 'modern', size });
    expect(new Set(batch.outcomes)).toEqual(new Set(outcomes!.keys()));
    expect(batch.changed).toEqual(new Uint8Array(60).fill(1));
    for (let i = 0; i < 60; i++) {
      const applied = batch.applied.subarray(i * pool.length, (i + 1) * pool.length);
      expect([...applied]).toEqual(pool.map((_, index) => (index === transform ? 1 : 0)));
    }
  });

  test('says which pictures a transform did not change', async () => {
    const { feed } = await makeFeed({ channelsOf: () => 1 });
    expect(feed.channels).toBe(1);
    const transform = pool.indexOf('ToGray');
    expect((await one(feed, request({ kind: 'only', transform }))).changed).toEqual(new Uint8Array(60));
    const flipped = await one(feed, request({ kind: 'only', transform: pool.indexOf('HorizontalFlip') }));
    expect(flipped.changed).toEqual(new Uint8Array(60).fill(1));
  });

  test('gray pictures in a data set with colour become RGB', async () => {
    const { feed } = await makeFeed({ channelsOf: (i) => (i === 3 ? 3 : 1), guard: 0 });
    expect(feed.channels).toBe(3);
    const gray = picture(await one(feed, request({ kind: 'clean' })), 0, size);
    for (let k = 0; k < gray.length; k += 3) expect([gray[k + 1], gray[k + 2]]).toEqual([gray[k], gray[k]]);
  });

  test('statistics are those of the pictures as they are given out', async () => {
    const { feed } = await makeFeed();
    const { pixels, statistics } = await one(feed, request(subset, { statistics: true }));
    const length = coarseStatisticsLength(3);
    expect(statistics).toHaveLength(60 * length);
    const data = pixels.subarray(0, 13 * 13 * 3);
    const own = coarseStatistics(
      { data, height: 13, width: 13, channels: 3 },
      createRandom(7, 'test', 0, 'statistics', 'subset'),
    );
    expect(statistics!.subarray(0, length)).toEqual(own);
  });

  test('both sides of a comparison are cropped independently, also under one stream name', async () => {
    const { feed } = await makeFeed();
    const clean = await one(feed, request({ kind: 'clean' }));
    const flipped = await one(feed, request({ kind: 'only', transform: pool.indexOf('ToGray') }));
    const [toGray] = createPool({ names: ['ToGray'], profile: 'modern', size });
    let same = 0;
    for (let i = 0; i < 60; i++) {
      const base = await feed.baseImage(i);
      const [a] = offsetsOf(picture(clean, i, 13), 13, base);
      const [b] = offsetsOf(
        picture(flipped, i, 13),
        13,
        applySubset({ image: base, transforms: [toGray], random: createRandom(0), size }),
      );
      if (String(a) === String(b)) same++;
    }
    // Chance is 60/16 = 3.75; 12 or more would happen once in 5,000 runs.
    expect(same).toBeLessThan(12);
  });
});

describe('the same bytes, however they are made', () => {
  const requests = [0, 60, 120].map((firstPosition) => request(subset, { firstPosition, statistics: true }));

  test('by one thread and by two', async () => {
    const [byOne, byTwo] = [await makeFeed({ workers: 1 }), await makeFeed({ workers: 2 })];
    expect(await collect(byTwo.feed, requests)).toEqual(await collect(byOne.feed, requests));
  });

  test('with a cache that holds them all, some or none', async () => {
    const all = await collect((await makeFeed()).feed, requests);
    for (const kept of [20, 0]) {
      const { feed } = await makeFeed({ workers: 2, cacheBytes: kept * size * size * 3 });
      expect(await collect(feed, requests)).toEqual(all);
    }
  });

  test('in large batches and in small ones', async () => {
    const { feed } = await makeFeed();
    const whole = await one(feed, request(subset));
    const small = [0, 20, 40].map((first) =>
      request(subset, { items: whole.request.items.subarray(first, first + 20), firstPosition: first }),
    );
    const joined = (await collect(feed, small)).map(({ pixels }) => [...pixels]).flat();
    expect(joined).toEqual([...whole.pixels]);
  });

  test('and others for another seed or stream', async () => {
    const { feed } = await makeFeed();
    const other = await makeFeed({ seed: 8 });
    const { pixels } = await one(feed, request(subset));
    expect((await one(feed, request(subset, { stream: 'other' }))).pixels).not.toEqual(pixels);
    expect((await one(other.feed, request(subset))).pixels).not.toEqual(pixels);
    expect((await one(feed, request(subset))).pixels).toEqual(pixels);
  });
});

describe('how batches come', () => {
  /** Endless requests of one picture each that count how many were taken and whether they were ended. */
  function endless() {
    const log = { taken: 0, ended: false };
    function* requests(): Generator<BatchRequest> {
      try {
        for (;;) {
          const firstPosition = log.taken++;
          yield request({ kind: 'clean' }, { items: Int32Array.of(firstPosition % 60), firstPosition });
        }
      } finally {
        log.ended = true;
      }
    }
    return { log, requests: requests() };
  }

  test('in the order of the requests, asked for no further ahead than told', async () => {
    const { feed } = await makeFeed({ workers: 2 });
    const { log, requests } = endless();
    let given = 0;
    for await (const batch of feed.batches(requests, { ahead: 3 })) {
      expect(batch.request.firstPosition).toBe(given++);
      expect(log.taken).toBeLessThanOrEqual(given + 3);
      if (given === 50) break;
    }
    expect(log.ended).toBe(true);
  });

  test('waiting is measured', async () => {
    const { feed } = await makeFeed();
    expect(feed.waitedMs).toBe(0);
    await one(feed, request(subset));
    expect(feed.waitedMs).toBeGreaterThan(0);
  });

  test('no requests, no batches', async () => {
    expect(await collect((await makeFeed()).feed, [])).toEqual([]);
  });

  test('a signal ends them', async () => {
    const { feed } = await makeFeed();
    const { log, requests } = endless();
    const controller = new AbortController();
    const loop = async (): Promise<void> => {
      for await (const { request: made } of feed.batches(requests, { signal: controller.signal })) {
        if (made.firstPosition === 5) controller.abort(new Error('enough'));
      }
    };
    await expect(loop()).rejects.toThrow('enough');
    expect(log.ended).toBe(true);
    // The feed itself goes on.
    expect(await one(feed, request({ kind: 'clean' }))).toBeDefined();
  });

  test.each([-1, 16, 1.5])('a guard of %d is refused', async (guard) => {
    await expect(makeFeed({ guard })).rejects.toThrow(/from 0 to 15/);
  });

  test('an unknown transform is an error that names it', async () => {
    const { feed } = await makeFeed({ pool: ['HorizontalFlap'] });
    await expect(one(feed, request(subset))).rejects.toThrow(/HorizontalFlap/);
  });

  test('a file that vanished during the run is named', async () => {
    const { feed, folder } = await makeFeed({ cacheBytes: 0 });
    rmSync(join(folder, 'cat/12.png'));
    await expect(one(feed, request(subset))).rejects.toThrow(
      /cat\/12\.png can no longer be used: cannot be opened \(ENOENT\)/,
    );
  });
});

describe('single pictures', () => {
  test('at working size', async () => {
    const { feed } = await makeFeed();
    expect(await feed.baseImage(7)).toMatchObject({ height: size, width: size, channels: 3 });
  });
});
