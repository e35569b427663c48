import type { Image } from '../../../src/augment/image';
import { resizeLinear } from '../../../src/augment/kernels/resizeLinear';
import { createPool } from '../../../src/augment/pool';
import type { Transform } from '../../../src/augment/transform';
import { guardCrop } from '../../../src/data/feed/guardCrop';
import { createRandom, type Random } from '../../../src/random/random';
import { throughFile } from '../writeSet';
import type { Break } from '../truth';
import type { TruthSet } from '../truthSet';
import { tellApart, type Told } from './tellApart';

export interface CheckedClaim {
  readonly set: string;
  readonly transform: string;
  /** `unclear`: no claim is made. */
  readonly claim: 'safe' | 'shifting' | 'harmful' | 'unclear';
  /** Clean against transformed. */
  readonly told: Told;
  /** Share of the pictures that the transform changed. */
  readonly changed: number;
  /** For each break of a `harmful` claim: the broken class, transformed, against the class that it becomes; 0.5 = the same pictures. */
  readonly became: readonly Told[];
}

export interface CheckOptions {
  /** Pictures on each side. */
  readonly n: number;
  readonly seed: number;
  /** Pixels of the random crop on both sides. Default 3, as in the product. */
  readonly guard?: number;
  /** Transforms to look at. Default: all 15. */
  readonly pool?: readonly string[];
}

/** Tells clean from transformed pictures of a set without the product's network, for every transform. */
export async function checkClaims(set: TruthSet, options: CheckOptions): Promise<CheckedClaim[]> {
  const pictures = await drawPictures(set, options, 'check', (i) => i % set.classes.length);
  const checked: CheckedClaim[] = [];
  for (const transform of createPool({
    profile: 'modern',
    size: set.size,
    ...(options.pool && { names: options.pool }),
  })) {
    const truth = set.truth[transform.name];
    const told = compare(pictures, pictures, transform, null, options);
    const became: Told[] = [];
    for (const one of truth?.breaks ?? []) became.push(await becomes(set, transform, one, options));
    checked.push({
      set: set.name,
      transform: transform.name,
      claim: truth?.is[0] ?? 'unclear',
      ...told,
      became,
    });
  }
  return checked;
}

/** `n` pictures; `stream` names their random draws. */
async function drawPictures(
  set: TruthSet,
  { n, seed }: CheckOptions,
  stream: string,
  labelOf: (i: number) => number,
): Promise<Image[]> {
  const pictures: Image[] = [];
  for (let i = 0; i < n; i++) {
    const image = set.draw(createRandom(seed, stream, set.name, i), labelOf(i));
    pictures.push(await throughFile(image, set.file));
  }
  return pictures;
}

/** The class that breaks, transformed, against other pictures of the class that it becomes. */
async function becomes(
  set: TruthSet,
  transform: Transform,
  { from, to, outcome }: Break,
  options: CheckOptions,
): Promise<Told> {
  const plain = await drawPictures(set, options, 'check to', () => to);
  const changed = await drawPictures(set, options, 'check from', () => from);
  return compare(plain, changed, transform, outcome, options).told;
}

/** `plain` as they are against `changed` transformed, both behind the guard. */
function compare(
  plain: readonly Image[],
  changed: readonly Image[],
  transform: Transform,
  outcome: string | null,
  { seed, guard = 3 }: CheckOptions,
): { told: Told; changed: number } {
  let changes = 0;
  const pairs = plain.map((image, i) => {
    const random = createRandom(seed, 'check', transform.name, i);
    const after = apply(changed[i], transform, outcome, random);
    if (after.data.some((level, at) => level !== changed[i].data[at])) changes++;
    return [guarded(image, guard, random), guarded(after, guard, random)] as const;
  });
  if (changes === 0) return { told: { auroc: 0.5, interval: [0.5, 0.5] }, changed: 0 };
  return { told: tellApart({ pairs, seed }), changed: changes / pairs.length };
}

function apply(image: Image, transform: Transform, outcome: string | null, random: Random): Image {
  for (;;) {
    const params = transform.sampleEffective?.(random, image) ?? transform.sample(random, image);
    if (outcome === null || transform.outcomeOf?.(params) === outcome) {
      return resizeLinear(transform.apply(image, params), image.height, image.width);
    }
  }
}

function guarded(image: Image, guard: number, random: Random): Image {
  const [height, width] = [image.height - guard, image.width - guard];
  const data = new Uint8Array(height * width * image.channels);
  guardCrop(image, guard, random, data, 0);
  return { data, height, width, channels: image.channels };
}
