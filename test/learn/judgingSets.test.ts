import { describe, expect, it } from 'vitest';
import { createPool } from '../../src/augment/pool';
import type { Batch, BatchRequest } from '../../src/data/batch';
import type { Feed } from '../../src/data/feed/feed';
import { batchesOf, drawJudgingSets } from '../../src/learn/judgingSets';

const statisticsCount = 2;
const pool = createPool({ names: ['HorizontalFlip', 'ToGray'], profile: 'modern', size: 32 });

/** A feed whose pictures are their item's number, and which changes odd items only. */
function numberedFeed(side: number): { feed: Feed; requests: BatchRequest[] } {
  const requests: BatchRequest[] = [];
  const batchOf = (request: BatchRequest): Batch => {
    const { items, statistics } = request;
    return {
      request,
      pixels: Uint8Array.from(items.subarray(0, 1)),
      applied: new Uint8Array(items.length * pool.length).fill(1),
      labels: items.map((item) => item % 3),
      outcomes: Int8Array.from(items, (item) => item % 2),
      changed: Uint8Array.from(items, (item) => item % 2),
      marks: null,
      statistics: statistics ? Float32Array.from([...items].flatMap((item) => [item, -item])) : null,
    };
  };
  const feed: Feed = {
    side,
    channels: 3,
    waitedMs: 0,
    async *batches(asked) {
      for (const request of asked) {
        requests.push(request);
        yield batchOf(request);
      }
    },
    jpegCoding: () => Promise.reject(new Error('not asked for')),
    baseImage: () => Promise.reject(new Error('not asked for')),
  };
  return { feed, requests };
}

const items = Int32Array.from([7, 4, 9, 1, 2]);
const options = { items, pool, maxSubset: 4, batchSize: 2, signal: new AbortController().signal };

describe('drawJudgingSets', () => {
  it('draws clean, every transform alone, and two subsets, of the same pictures in the same order', async () => {
    const { feed } = numberedFeed(4);
    const sets = await drawJudgingSets({ ...options, feed });
    expect(sets.only).toHaveLength(2);
    expect(sets.subsets).toHaveLength(2);
    for (const set of [sets.clean, ...sets.only]) {
      expect([...(set.statistics ?? [])]).toEqual([7, -7, 4, -4, 9, -9, 1, -1, 2, -2]);
      expect([...set.labels]).toEqual([1, 1, 0, 1, 2]);
      expect([...set.outcomes]).toEqual([1, 0, 1, 1, 0]);
      expect((set.statistics?.length ?? 0) / set.n).toBe(statisticsCount);
    }
    expect(sets.subsets[0].statistics).toBeNull();
  });

  it('does not count the pictures that only fill the last batch up', async () => {
    const { feed, requests } = numberedFeed(4);
    const { only } = await drawJudgingSets({ ...options, feed });
    expect(requests.every((request) => request.items.length === 2)).toBe(true);
    expect([...requests[2].items]).toEqual([2, 7]);
    expect(only[0].changedShare).toBe(3 / 5);
    expect(only[0].applied).toHaveLength(5 * pool.length);
  });

  it('gives every draw a stream of its own', async () => {
    const { feed, requests } = numberedFeed(4);
    await drawJudgingSets({ ...options, feed });
    expect(new Set(requests.map(({ stream }) => stream)).size).toBe(5);
  });
});

describe('batchesOf', () => {
  const collect = async (side: number, n: number): Promise<{ firsts: number[]; redrawn: number }> => {
    const { feed, requests } = numberedFeed(side);
    const sets = await drawJudgingSets({ ...options, feed });
    const before = requests.length;
    const firsts: number[] = [];
    for await (const batch of batchesOf(sets.clean, feed, n, options.signal)) firsts.push(batch.pixels[0]);
    return { firsts, redrawn: requests.length - before };
  };

  it('hands the kept batches out again, as many as are asked for', async () => {
    expect(await collect(4, 5)).toEqual({ firsts: [7, 9, 2], redrawn: 0 });
    expect(await collect(4, 3)).toEqual({ firsts: [7, 9], redrawn: 0 });
  });

  it('draws the same pictures again where keeping them would take too much memory', async () => {
    expect(await collect(2000, 5)).toEqual({ firsts: [7, 9, 2], redrawn: 3 });
  });
});
