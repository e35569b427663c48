import { applySubset } from '../augment/applySubset';
import type { Transform } from '../augment/transform';
import { encodeWebp } from '../data/encodeWebp';
import type { Feed } from '../data/feed/feed';
import type { Preview } from '../protocol/events';
import { createRandom } from '../random/random';

const pictures = 6;
const drawsOfRandomTransform = 4;

export interface PreviewsOptions {
  readonly feed: Feed;
  /** Held-out items to show, in a random order; the first six are used. */
  readonly items: Int32Array;
  /** What each item is labelled, or null. */
  readonly labelOf: (item: number) => string | null;
  readonly pool: readonly Transform[];
  readonly size: number;
  readonly seed: number;
  /** Keeps a file under this name, relative to the run folder. */
  readonly save: (name: string, content: Uint8Array) => Promise<void>;
  readonly signal: AbortSignal;
}

/**
 * Pictures of every transform for people to look at: several images, several draws of each, at the working size (what the
 * network sees, without the guard), as lossless WebP files.
 */
export async function* makePreviews(options: PreviewsOptions): AsyncGenerator<Preview> {
  const { feed, items, labelOf, pool, size, seed, save, signal } = options;
  const chosen = [...items.slice(0, pictures)];
  const originals = await Promise.all(chosen.map((item) => feed.baseImage(item)));
  const originalNames = originals.map((_, i) => `previews/original-${i}.webp`);
  for (const [i, image] of originals.entries()) await save(originalNames[i], await encodeWebp(image));

  for (const transform of pool) {
    signal.throwIfAborted();
    const draws = isRandom(transform) ? drawsOfRandomTransform : 1;
    const shown = [];
    for (const [i, image] of originals.entries()) {
      const names: string[] = [];
      for (let draw = 0; draw < draws; draw++) {
        const random = createRandom(seed, 'preview', transform.name, i, draw);
        const name = `previews/${transform.name}-${i}-${draw}.webp`;
        await save(name, await encodeWebp(applySubset({ image, transforms: [effective(transform)], random, size })));
        names.push(name);
      }
      shown.push({ original: originalNames[i], draws: names, label: labelOf(chosen[i]) });
    }
    yield { type: 'preview', transform: transform.name, pictures: shown };
  }
}

/** The transform in draws that have an effect, as it is judged. */
function effective(transform: Transform): Transform {
  return { ...transform, sample: transform.sampleEffective ?? transform.sample };
}

/** Whether two draws can differ. */
function isRandom(transform: Transform): boolean {
  const shape = { height: 64, width: 64, channels: 3 } as const;
  const draw = (label: string): string => JSON.stringify(transform.sample(createRandom(0, label), shape));
  return ['a', 'b', 'c', 'd', 'e'].some((label) => draw(label) !== draw('f'));
}
