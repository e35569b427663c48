import type { Transform } from '../../../src/augment/transform';
import type { Batch, BatchRequest } from '../../../src/data/batch';
import type { Feed } from '../../../src/data/feed/feed';
import type { ClosingContext } from '../../../src/learn/closing/closingContext';
import { drawJudgingSets } from '../../../src/learn/judgingSets';
import { defaultSettings } from '../../../src/learn/learnSettings';
import { createRandom } from '../../../src/random/random';

export const side = 8;
const channels = 1;
const batchSize = 50;

export interface BrightTransform {
  readonly name: string;
  /** Levels that it adds to every pixel of an item. */
  readonly rise: (item: number) => number;
}

export interface BrightRunOptions {
  readonly transforms: readonly BrightTransform[];
  /** The judging items, in the order of the sets. */
  readonly judging: Int32Array;
  readonly labelOf: (item: number) => number;
}

/** The level of every pixel of an item, before any transform. */
export function levelOf(item: number): number {
  return Math.round(120 + createRandom(1, 'level', item).normal(0, 6));
}

/**
 * A run after its last evaluation over pictures of one level each, with a network whose one feature is the mean level: how much
 * more transformed a picture looks once transformed is known from `rise`. `saved`: the files by name.
 */
export async function brightRun({ transforms, judging, labelOf }: BrightRunOptions) {
  const pool = transforms.map(({ name }) => ({ name, family: 'tone' }) as unknown as Transform);
  const riseOf = (draw: BatchRequest['draw'], item: number): number =>
    draw.kind === 'only' ? transforms[draw.transform].rise(item) : 0;
  const batchOf = (request: BatchRequest): Batch => {
    const { items, draw } = request;
    const pixels = new Uint8Array(items.length * side * side);
    items.forEach((item, i) => pixels.fill(levelOf(item) + riseOf(draw, item), i * side * side, (i + 1) * side * side));
    return {
      request,
      pixels,
      applied: new Uint8Array(items.length * pool.length),
      labels: items.map(labelOf),
      outcomes: new Int8Array(items.length).fill(-1),
      changed: Uint8Array.from(items, (item) => (riseOf(draw, item) === 0 ? 0 : 1)),
      marks: null,
      statistics: new Float32Array(items.length),
    };
  };
  const feed: Feed = {
    side,
    channels,
    waitedMs: 0,
    async *batches(requests) {
      for (const request of requests) yield Promise.resolve(batchOf(request));
    },
    jpegCoding: () => Promise.reject(new Error('not asked for')),
    baseImage: () => Promise.reject(new Error('not asked for')),
  };
  const run = ({ pixels }: { pixels: Uint8Array }) => {
    const pictures = pixels.length / side ** 2;
    const features = Float32Array.from({ length: pictures }, (_, i) => {
      const own = pixels.subarray(i * side * side, (i + 1) * side * side);
      return own.reduce((sum, level) => sum + level, 0) / own.length;
    });
    const headLogits = new Float32Array(pictures * pool.length);
    return Promise.resolve({ features, headLogits, taskLogits: new Float32Array() });
  };
  const { signal } = new AbortController();
  const sets = await drawJudgingSets({ feed, items: judging, pool, maxSubset: 1, batchSize, signal });
  const saved = new Map<string, Uint8Array>();
  const savePreview = (name: string, content: Uint8Array): Promise<void> => {
    saved.set(name, content);
    return Promise.resolve();
  };
  const settings = { ...defaultSettings, presentations: 128_000, minutes: null, threads: 1 };
  const options = { classes: 0, transforms: pool.length, mean: [120] };
  const context = {
    job: { feed, pool, classes: ['even', 'odd'], labelOf, settings, signal, sink: { savePreview } },
    network: { network: { options, featureCount: 1 }, infer: { run } },
    weights: { parameters: new Float32Array(), batchStatistics: new Float32Array() },
    sets,
    kept: new Map(),
    judging,
    onProgress: () => undefined,
  } as unknown as ClosingContext;
  return { context, saved };
}
