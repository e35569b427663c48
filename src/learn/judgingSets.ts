import type { Transform } from '../augment/transform';
import type { Batch, BatchRequest, Draw } from '../data/batch';
import type { Feed } from '../data/feed/feed';

/** The held-out pictures in one fixed draw, in the order of the judging items. */
export interface JudgingSet {
  readonly n: number;
  readonly requests: readonly BatchRequest[];
  /** The drawn batches, or null where keeping them would take too much memory and they are drawn again for each use. */
  readonly kept: readonly Batch[] | null;
  /** N × F coarse statistics; null for the subset draws. */
  readonly statistics: Float32Array | null;
  /** Share of the pictures that the draw changed at all. */
  readonly changedShare: number;
  /** N: class index, −1 without a label. */
  readonly labels: Int32Array;
  /** N: index of the transform's discrete outcome, −1 without. */
  readonly outcomes: Int8Array;
  /** N × T: 1 where the transform was applied. */
  readonly applied: Uint8Array;
}

/** Every set that an evaluation measures. The draws are the same at every evaluation, so differences are the network's. */
export interface JudgingSets {
  readonly clean: JudgingSet;
  /** By pool index: with only this transform, in draws that have an effect. */
  readonly only: readonly JudgingSet[];
  /** Under random subsets of the pool, twice over. */
  readonly subsets: readonly JudgingSet[];
}

const subsetRepeats = 2;
/** Pixels kept in memory for all sets together; beyond it they are drawn again, which costs time and changes nothing. */
const keepBytes = 192 * 2 ** 20;

export interface JudgingSetsOptions {
  readonly feed: Feed;
  /** The judging items in a random order, so that any prefix is a fair sample. */
  readonly items: Int32Array;
  readonly pool: readonly Transform[];
  readonly maxSubset: number;
  /** Pictures per request; the last one is filled up by repeating the first picture. */
  readonly batchSize: number;
  readonly signal: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Draws and describes all judging sets. Throws the signal's reason when aborted. */
export async function drawJudgingSets(options: JudgingSetsOptions): Promise<JudgingSets> {
  const { pool, maxSubset, items, feed } = options;
  const draws: { draw: Draw; stream: string }[] = [
    { draw: { kind: 'clean' }, stream: 'judge clean' },
    ...pool.map(({ name }, transform) => ({
      draw: { kind: 'only', transform } as const,
      stream: `judge only ${name}`,
    })),
    ...Array.from({ length: subsetRepeats }, (_, repeat) => ({
      draw: { kind: 'subset', maxSubset, per: 'image' } as const,
      stream: `judge subset ${repeat}`,
    })),
  ];
  const keep = draws.length * items.length * feed.side ** 2 * feed.channels <= keepBytes;
  const sets: JudgingSet[] = [];
  for (const { draw, stream } of draws) {
    sets.push(await drawSet(draw, stream, keep, { ...options, transforms: pool.length }));
    options.onProgress?.(sets.length * items.length, draws.length * items.length);
  }
  return { clean: sets[0], only: sets.slice(1, 1 + pool.length), subsets: sets.slice(1 + pool.length) };
}

export interface DrawSetOptions {
  readonly feed: Feed;
  readonly items: Int32Array;
  readonly batchSize: number;
  /** Columns of `applied` to keep: the size of the pool, or 0 where none is applied. */
  readonly transforms: number;
  /** Whether to describe the pictures by their coarse statistics. Default true. */
  readonly statistics?: boolean;
  readonly signal: AbortSignal;
}

/** Draws one set of pictures, and keeps its pixels when asked to. */
export async function drawSet(draw: Draw, stream: string, keep: boolean, options: DrawSetOptions): Promise<JudgingSet> {
  const { feed, items, batchSize, signal, transforms, statistics: describes = true } = options;
  const n = items.length;
  const requests: BatchRequest[] = [];
  for (let first = 0; first < n; first += batchSize) {
    const chosen = Int32Array.from({ length: batchSize }, (_, i) => items[first + i] ?? items[0]);
    requests.push({
      items: chosen,
      draw,
      stream,
      firstPosition: first,
      statistics: describes && draw.kind !== 'subset',
    });
  }
  const kept: Batch[] = [];
  const labels = new Int32Array(n);
  const outcomes = new Int8Array(n);
  const applied = new Uint8Array(n * transforms);
  let statistics: Float32Array | null = null;
  let changed = 0;
  let first = 0;
  for await (const batch of feed.batches(requests, { signal })) {
    const count = Math.min(batchSize, n - first);
    labels.set(batch.labels.subarray(0, count), first);
    outcomes.set(batch.outcomes.subarray(0, count), first);
    applied.set(batch.applied.subarray(0, count * transforms), first * transforms);
    for (let i = 0; i < count; i++) changed += batch.changed[i];
    if (batch.statistics !== null) {
      const width = batch.statistics.length / batchSize;
      statistics ??= new Float32Array(n * width);
      statistics.set(batch.statistics.subarray(0, count * width), first * width);
    }
    if (keep) kept.push(batch);
    first += count;
  }
  return { n, requests, kept: keep ? kept : null, statistics, changedShare: changed / n, labels, outcomes, applied };
}

/** The set's batches from the first on, kept or drawn again, as many as hold `n` pictures. */
export async function* batchesOf(set: JudgingSet, feed: Feed, n: number, signal: AbortSignal): AsyncGenerator<Batch> {
  const count = Math.ceil(n / set.requests[0].items.length);
  if (set.kept !== null) yield* set.kept.slice(0, count);
  else {
    const requests = set.requests.slice(0, count).map((request) => ({ ...request, statistics: false }));
    yield* feed.batches(requests, { signal });
  }
}
