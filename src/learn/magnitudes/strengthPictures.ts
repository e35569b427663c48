import { applySubset } from '../../augment/applySubset';
import { exactlyAtStrength } from '../../augment/atStrength';
import type { Transform } from '../../augment/transform';
import { encodeWebp } from '../../data/encodeWebp';
import type { Feed } from '../../data/feed/feed';
import { createRandom } from '../../random/random';

/** Originals that are shown at every strength. */
const originals = 2;

export interface StrengthPicturesOptions {
  readonly feed: Feed;
  /** Held-out items in a random order; the first ones are shown. */
  readonly items: Int32Array;
  readonly pool: readonly Transform[];
  readonly size: number;
  readonly seed: number;
  /** Keeps a file under this name, relative to the run folder. */
  readonly save: (name: string, content: Uint8Array) => Promise<void>;
  readonly signal: AbortSignal;
}

/**
 * Pictures at exactly each strength, to look through with a slider: direction and place stay the same from step to step. Saved under
 * the names of `strengthPictureNames`, as lossless WebP files. Throws the signal's reason when aborted.
 */
export async function saveStrengthPictures(options: StrengthPicturesOptions): Promise<void> {
  const { feed, items, pool, size, seed, save, signal } = options;
  const images = await Promise.all([...items.slice(0, originals)].map((item) => feed.baseImage(item)));
  for (const transform of pool) {
    for (const [step, value] of (transform.strength?.grid ?? []).entries()) {
      signal.throwIfAborted();
      const names = strengthPictureNames(transform.name, step, images.length);
      const transforms = [exactlyAtStrength(transform, value)];
      for (const [i, image] of images.entries()) {
        const random = createRandom(seed, 'strength picture', transform.name, i);
        await save(names[i], await encodeWebp(applySubset({ image, transforms, random, size })));
      }
    }
  }
}

/** Files of a transform's step, one per original, relative to the run folder. `available`: items that there are to show. */
export function strengthPictureNames(transform: string, step: number, available: number): string[] {
  return Array.from(
    { length: Math.min(originals, available) },
    (_, i) => `previews/magnitude-${transform}-${i}-${step}.webp`,
  );
}
