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
  /** For `harmful`: the broken class, transformed, against the class that it becomes; 0.5 = the same pictures. */
  readonly became: Told | null;
}

export interface CheckOptions {
  /** Pictures on each side. */
  readonly n: number;
  readonly seed: number;
  /** Pixels of the random crop on both sides. Default 3, as in the product. */
  readonly guard?: number;
}

/** Tells clean from transformed pictures of a set without the product's network, for every transform. */
export async function checkClaims(set: TruthSet, options: CheckOptions): Promise<CheckedClaim[]> {
  const pictures = await drawPictures(set, options);
  const checked: CheckedClaim[] = [];
  for (const transform of createPool({ profile: 'modern', size: set.size })) {
    const truth = set.truth[transform.name];
    const told = compare(pictures, pictures, transform, null, options);
    checked.push({
      set: set.name,
      transform: transform.name,
      claim: truth?.is[0] ?? 'unclear',
      ...told,
      became: truth?.breaks ? becomes(set, pictures, transform, truth.breaks, options) : null,
    });
  }
  return checked;
}

interface Picture {
  readonly label: number;
  readonly image: Image;
}

async function drawPictures(set: TruthSet, { n, seed }: CheckOptions): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (let i = 0; i < n; i++) {
    const label = i % set.classes.length;
    const image = set.draw(createRandom(seed, 'check', set.name, i), label);
    pictures.push({ label, image: await throughFile(image, set.file) });
  }
  return pictures;
}

function becomes(
  { classes }: TruthSet,
  pictures: readonly Picture[],
  transform: Transform,
  { from, to, outcome }: Break,
  options: CheckOptions,
): Told {
  const of = (label: number): Picture[] => pictures.filter((picture) => picture.label === label);
  const count = Math.floor(pictures.length / classes.length);
  return compare(of(to).slice(0, count), of(from).slice(0, count), transform, outcome, options).told;
}

/** `plain` as they are against `changed` transformed, both behind the guard. */
function compare(
  plain: readonly Picture[],
  changed: readonly Picture[],
  transform: Transform,
  outcome: string | null,
  { seed, guard = 3 }: CheckOptions,
): { told: Told; changed: number } {
  let changes = 0;
  const pairs = plain.map(({ image }, i) => {
    const random = createRandom(seed, 'check', transform.name, i);
    const after = apply(changed[i].image, transform, outcome, random);
    if (after.data.some((level, at) => level !== changed[i].image.data[at])) changes++;
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
