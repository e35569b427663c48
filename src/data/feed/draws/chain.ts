import { resizeLinear } from '../../../augment/kernels/resizeLinear';
import type { Image } from '../../../augment/image';
import type { Transform } from '../../../augment/transform';
import type { Random } from '../../../random/random';
import type { DrawnPicture } from './drawnPicture';

/**
 * Applies the transforms with these pool indices one after the other, each in a draw that has an effect, and resizes once at the
 * end. The outcome is the index into `chainOutcomes` of the transforms.
 */
export function drawChain(
  base: Image,
  pool: readonly Transform[],
  indices: readonly number[],
  random: Random,
): DrawnPicture {
  let image = base;
  let outcome = -1;
  for (const index of indices) {
    const transform = pool[index];
    const params = transform.sampleEffective?.(random, image) ?? transform.sample(random, image);
    image = transform.apply(image, params);
    const { outcomes } = transform;
    if (!outcomes || !transform.outcomeOf) continue;
    outcome = Math.max(0, outcome) * outcomes.length + outcomes.indexOf(transform.outcomeOf(params));
  }
  return { image: resizeLinear(image, base.height, base.width), applied: indices, outcome };
}

/** Every combination of the transforms' discrete outcomes, such as "90°, 180°"; empty when none of them has any. */
export function chainOutcomes(transforms: readonly Pick<Transform, 'outcomes'>[]): string[] {
  let names: string[] = [];
  for (const { outcomes } of transforms) {
    if (!outcomes) continue;
    names = names.length === 0 ? [...outcomes] : names.flatMap((name) => outcomes.map((next) => `${name}, ${next}`));
  }
  return names;
}
