import type { Transform } from '../../../src/augment/transform';
import type { Batch, BatchRequest } from '../../../src/data/batch';
import type { Feed } from '../../../src/data/feed/feed';
import type { ClosingContext } from '../../../src/learn/closing/closingContext';
import { drawJudgingSets } from '../../../src/learn/judgingSets';
import { defaultSettings } from '../../../src/learn/learnSettings';
import { newLearnState } from '../../../src/learn/learnState';
import type { Measurement } from '../../../src/learn/measuring/evaluate';
import type { Evidence } from '../../../src/protocol/evidence';
import { createRandom } from '../../../src/random/random';

const batchSize = 100;

/** A picture is two numbers: what it looks like, and which transforms were applied, one bit each. */
export interface FakeTransform {
  readonly name: string;
  /** Added to what the picture looks like; pictures differ by a standard deviation of 20. */
  readonly shift: number;
  readonly evidence: Evidence;
}

export interface FakeRunOptions {
  readonly transforms: readonly FakeTransform[];
  /** The transforms (bits by pool index) under which the task head takes every picture for the other class. */
  readonly breaks?: number;
  /** Whether a head (pool index) fires on a picture with these transforms (bits). Default: none ever does. */
  readonly fires?: (applied: number, head: number) => boolean;
  readonly pictures?: number;
}

/**
 * A run after its last evaluation, over pictures that are two numbers and a network that reads them: its feature is what a
 * picture looks like. Everything else is the real thing. `asked` lists the requests of the closing looks, `passed` counts the
 * pictures that went through the network.
 */
export async function fakeRun({ transforms, breaks, fires, pictures = 1200 }: FakeRunOptions): Promise<{
  context: ClosingContext;
  asked: BatchRequest[];
  passed: () => number;
}> {
  let passed = 0;
  const asked: BatchRequest[] = [];
  const looks = Int32Array.from({ length: pictures }, (_, item) =>
    Math.round(128 + 20 * createRandom(1, 'fake', item).normal(0, 1)),
  );
  const pool = transforms.map(({ name }) => ({ name, family: 'tone' }) as unknown as Transform);
  const batchOf = (request: BatchRequest): Batch => {
    const { items, draw, stream, firstPosition } = request;
    const pixels = new Uint8Array(items.length * 2);
    items.forEach((item, i) => {
      const applied = appliedIn(draw, () => createRandom(1, stream, firstPosition + i).next());
      pixels[2 * i] = Math.min(
        255,
        Math.max(
          0,
          applied.reduce((sum, t) => sum + transforms[t].shift, looks[item]),
        ),
      );
      pixels[2 * i + 1] = applied.reduce((bits, t) => bits | (1 << t), 0);
    });
    return {
      request,
      pixels,
      applied: new Uint8Array(items.length * pool.length),
      labels: items.map((item) => item % 2),
      outcomes: new Int8Array(items.length).fill(-1),
      changed: new Uint8Array(items.length).fill(1),
      marks: null,
      statistics: new Float32Array(items.length),
    };
  };
  const feed: Feed = {
    side: 1,
    channels: 1,
    jpegCoding: () => Promise.reject(new Error('not asked for')),
    waitedMs: 0,
    async *batches(requests) {
      for (const request of requests) {
        asked.push(request);
        yield batchOf(request);
      }
    },
    baseImage: () => Promise.reject(new Error('not asked for')),
  };
  const judging = Int32Array.from({ length: pictures }, (_, item) => item);
  const signal = new AbortController().signal;
  const sets = await drawJudgingSets({ feed, items: judging, pool, maxSubset: 4, batchSize, signal });
  asked.length = 0;

  // Pictures come in the order of their items, so the class of a batch's i-th one is known from its place.
  const run = ({ pixels }: { pixels: Uint8Array }) => {
    const features = Float32Array.from({ length: batchSize }, (_, i) => pixels[2 * i]);
    const headLogits = new Float32Array(batchSize * pool.length);
    const taskLogits = new Float32Array(batchSize * 2);
    passed += batchSize;
    for (let i = 0; i < batchSize; i++) {
      const applied = pixels[2 * i + 1];
      for (const head of pool.keys()) headLogits[i * pool.length + head] = fires?.(applied, head) ? 1 : -1;
      const broken = breaks !== undefined && applied === breaks;
      taskLogits[2 * i + (broken ? 1 - (i % 2) : i % 2)] = 4;
    }
    return Promise.resolve({ features, headLogits, taskLogits });
  };
  const network = { network: { options: { classes: 2, transforms: pool.length }, featureCount: 1 }, infer: { run } };
  const presentations = 128_000;
  const evidence = transforms.map((transform) => transform.evidence);
  const measurementAt = (point: number): Measurement => ({
    presentations: point,
    taskHead: null,
    evidence,
    measuredAt: transforms.map(() => point),
    training: null,
    controls: null,
  });
  const state = newLearnState();
  state.measurements = [measurementAt(presentations / 2), measurementAt(presentations)];
  const settings = { ...defaultSettings, controls: false, presentations, minutes: null, threads: 1 };
  const job = { feed, pool, classes: ['left', 'right'], settings, signal };
  const context = {
    job,
    state,
    network,
    weights: { parameters: new Float32Array(), batchStatistics: new Float32Array() },
    sets,
    kept: new Map(),
    judging,
    looks: 4,
    onProgress: () => undefined,
  } as unknown as ClosingContext;
  return { context, asked, passed: () => passed };
}

function appliedIn(draw: BatchRequest['draw'], toss: () => number): readonly number[] {
  switch (draw.kind) {
    case 'only':
      return [draw.transform];
    case 'chain':
      return draw.transforms;
    case 'use':
      return draw.transforms.slice(0, draw.subsetSize).filter(() => toss() < draw.p);
    default:
      return [];
  }
}
