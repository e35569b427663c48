import type { Image } from '../../augment/image';
import { createPool } from '../../augment/pool';
import type { Transform, TransformContext } from '../../augment/transform';
import { createRandom, type Random } from '../../random/random';
import type { Batch, BatchRequest, Draw } from '../batch';
import type { Source } from '../dataset';
import type { DecodeBudget } from '../decode/decodeBudget';
import { mapConcurrently } from '../worker/mapConcurrently';
import { baseImage, type ImageStore } from './baseImage';
import { drawerFor } from './drawPicture';
import { guardCrop } from './guardCrop';
import { takeStep } from './steps/step';

/** What is the same for all batches of a feed. */
export interface BatchSetting {
  readonly store: ImageStore;
  readonly pool: readonly string[];
  readonly profile: TransformContext['profile'];
  readonly seed: number;
  readonly guard: number;
}

export interface BatchInput {
  readonly setting: BatchSetting;
  readonly request: BatchRequest;
  /** Of the request's items, in their order. */
  readonly sources: readonly Source[];
}

export type BatchOutput = Omit<Batch, 'request' | 'labels'>;

/** The coarse statistics of a picture, F numbers; `random` is for dither. */
export type Describe = (image: Image, random: Random) => Float32Array;

/** Pictures that are not in the cache and decoded at once in one thread. */
const decodedAtOnce = 4;

/** Worker side: base pictures → transforms → guard crop, and the statistics of what came out. */
export async function makeBatch(input: BatchInput, describe: Describe, budget: DecodeBudget): Promise<BatchOutput> {
  const { request, setting, sources } = input;
  const { store, seed, guard } = setting;
  const pool = poolFor(setting);
  const block = request.step?.kind === 're-encode' ? request.step.block : null;
  const bases = await mapConcurrently(sources, decodedAtOnce, (source, i) =>
    baseImage({ store, item: request.items[i], source, block }, budget),
  );

  const side = store.cache.size - guard;
  const { channels } = store;
  const pictureBytes = side * side * channels;
  const pixels = new Uint8Array(bases.length * pictureBytes);
  const applied = new Uint8Array(bases.length * pool.length);
  const outcomes = new Int8Array(bases.length).fill(-1);
  const changed = new Uint8Array(bases.length).fill(1);
  const marks: number[] = [];
  const statistics: Float32Array[] = [];
  const drawPicture = drawerFor(request, pool, seed);
  const drawName = nameOf(request.draw, pool);
  for (const [i, base] of bases.entries()) {
    const position = request.firstPosition + i;
    const randomOf = (...purpose: string[]): Random => createRandom(seed, request.stream, position, ...purpose);
    const drawn = drawPicture(base, randomOf());
    for (const index of drawn.applied) applied[i * pool.length + index] = 1;
    outcomes[i] = drawn.outcome;
    if (drawn.marks) marks.push(...drawn.marks);
    if (request.draw.kind === 'only' || request.draw.kind === 'strength')
      changed[i] = samePixels(base, drawn.image) ? 0 : 1;
    // Streams of their own, named after the draw, so that the clean and the transformed side of a picture are cropped and
    // dithered independently even where one stream name serves both.
    const { step } = request;
    const image = step ? await takeStep(drawn.image, step, randomOf('step', drawName)) : drawn.image;
    guardCrop(image, guard, randomOf('guard', drawName), pixels, i * pictureBytes);
    if (!request.statistics) continue;
    const data = pixels.subarray(i * pictureBytes, (i + 1) * pictureBytes);
    statistics.push(describe({ data, height: side, width: side, channels }, randomOf('statistics', drawName)));
  }
  return {
    pixels,
    applied,
    outcomes,
    changed,
    marks: request.draw.kind === 'randomMarks' ? Uint8Array.from(marks) : null,
    statistics: request.statistics ? joined(statistics) : null,
  };
}

function nameOf(draw: Draw, pool: readonly Transform[]): string {
  if (draw.kind === 'only') return `only ${pool[draw.transform].name}`;
  if (draw.kind === 'chain') return `chain ${draw.transforms.map((index) => pool[index].name).join(' ')}`;
  return draw.kind === 'marked' ? `marked ${JSON.stringify(draw.marks)}` : draw.kind;
}

let latestPool: { readonly key: string; readonly pool: readonly Transform[] } | undefined;

/** Making a pool takes longer than a picture: the latest one is kept. */
function poolFor({ pool: names, profile, store }: BatchSetting): readonly Transform[] {
  const { size } = store.cache;
  const key = JSON.stringify([names, profile, size]);
  if (latestPool?.key !== key) latestPool = { key, pool: createPool({ names, profile, size }) };
  return latestPool.pool;
}

function samePixels(a: Image, b: Image): boolean {
  return a === b || Buffer.compare(a.data, b.data) === 0;
}

function joined(rows: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(rows.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const row of rows) {
    all.set(row, at);
    at += row.length;
  }
  return all;
}
