import type { Random } from '../random/random';
import type { Image } from './image';
import { resizeLinear } from './kernels/resizeLinear';
import type { Transform } from './transform';

export interface ApplySubsetOptions {
  readonly image: Image;
  /** In the order of application; each is applied once, with parameters drawn from `random`. */
  readonly transforms: readonly Transform[];
  readonly random: Random;
  /** The working side in pixels. */
  readonly size: number;
}

/**
 * Applies transforms one after the other and resizes the result once, bilinearly, to `size` × `size` if it has another size (crops stay
 * small until then). The input is never written to; without any effect it may be returned itself.
 */
export function applySubset({ image, transforms, random, size }: ApplySubsetOptions): Image {
  let current = image;
  for (const transform of transforms) current = transform.apply(current, transform.sample(random, current));
  return resizeLinear(current, size, size);
}
