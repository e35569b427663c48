import { itemName, type Dataset, type SkippedFile } from '../dataset';
import { sampleItems } from '../split/sampleItems';
import { groupNearDuplicates } from '../duplicates/nearDuplicates';
import type { DataWorkers } from '../worker/dataWorkers';
import { checkSize, chooseSize } from './chooseSize';
import { checkUsable } from './checkUsable';
import { examineAll, type ExamineAllOptions } from './examineAll';
import { createImageCache, type ImageCache } from './imageCache';

export interface PrepareOptions {
  readonly workers: DataWorkers;
  /** Seeds the sample when there are more than `maxImages`. */
  readonly seed: number;
  /** Working side in pixels, 16..256. Default: chooseSize of the pictures' shorter sides. */
  readonly size?: number | undefined;
  /** At most this many pictures of the training material are prepared, a stratified sample. Default: all. */
  readonly maxImages?: number | undefined;
  /** Bytes that the decoded pictures may take; the rest is decoded again when needed. Default 512 MB. */
  readonly cacheBytes?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called now and then with the number of pictures looked at. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** The data set's training material (train and val; test is left alone), decoded and ready to feed. */
export interface Prepared {
  readonly dataset: Dataset;
  /** Working side in pixels. */
  readonly size: number;
  /** 1 only when all pictures are gray; in a mixed set gray ones become RGB. */
  readonly channels: 1 | 3;
  /** The pictures that can be used: ascending indices into dataset.items. */
  readonly usable: Int32Array;
  /** Per item of the data set: the first 64 bits of its content's SHA-256 (equal = exact duplicates); 0 where not prepared. */
  readonly contents: BigUint64Array;
  /** Per item of the data set: the first item of its group of near-duplicates, itself where it has none. */
  readonly scenes: Int32Array;
  /** Pictures of the training material that the sample left out. */
  readonly notSampled: number;
  /** Pictures that could not be used: how many, and the first 100. */
  readonly skipped: { readonly count: number; readonly files: readonly SkippedFile[] };
  readonly cache: ImageCache;
}

/** Pictures that are opened to choose the working size. */
const sizedImages = 100;

/** Skipped pictures that are listed by name. */
export const listedSkipped = 100;

/**
 * Decodes every picture of the training material once, in the worker threads, to the working size: train and val together, since
 * what is judged on is held out anew from them (splitForJudging) and nothing but a final report may look at test.
 * Throws a DataError when more than 5 % cannot be read, or fewer than 60 can.
 */
export async function prepare(dataset: Dataset, options: PrepareOptions): Promise<Prepared> {
  const { workers, seed, maxImages = Infinity, cacheBytes = 512 * 2 ** 20, signal, onProgress } = options;
  const material = Int32Array.from(dataset.items.keys()).filter((item) => dataset.items[item].split !== 'test');
  const labelOf = (item: number): number => dataset.items[item].label;
  const items = sampleItems(material, labelOf, maxImages, seed);
  const size = checkSize(
    options.size ??
      (await sizeFor(dataset, sampleItems(items, labelOf, sizedImages, seed), { workers, cache: null, signal })),
  );

  const cache = createImageCache({ size, items: dataset.items.length, pictures: items.length, bytes: cacheBytes });
  const examined = await examineAll(dataset, items, { workers, cache, signal, onProgress });
  const usable: number[] = [];
  const looks: Uint8Array[] = [];
  const contents = new BigUint64Array(dataset.items.length);
  const skipped: SkippedFile[] = [];
  let channels: 1 | 3 = 1;
  for (const [i, found] of examined.entries()) {
    const item = items[i];
    if ('reason' in found) {
      skipped.push({ file: itemName(dataset, dataset.items[item].source), reason: found.reason });
      continue;
    }
    usable.push(item);
    looks.push(found.look);
    contents[item] = found.content;
    if (found.channels === 3) channels = 3;
  }
  checkUsable(dataset, usable.length, skipped);
  const scenes = Int32Array.from(dataset.items.keys());
  groupNearDuplicates(looks).forEach((first, i) => (scenes[usable[i]] = usable[first]));
  return {
    dataset,
    size,
    channels,
    usable: Int32Array.from(usable),
    contents,
    scenes,
    notSampled: material.length - items.length,
    skipped: { count: skipped.length, files: skipped.slice(0, listedSkipped) },
    cache,
  };
}

async function sizeFor(dataset: Dataset, items: Int32Array, options: ExamineAllOptions): Promise<number> {
  const examined = await examineAll(dataset, items, options);
  return chooseSize(examined.flatMap((found) => ('reason' in found ? [] : [Math.min(found.height, found.width)])));
}
