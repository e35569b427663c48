import type { Image } from '../../../augment/image';
import { upToStrength } from '../../../augment/atStrength';
import { resizeLinear } from '../../../augment/kernels/resizeLinear';
import type { Transform } from '../../../augment/transform';
import type { Random } from '../../../random/random';
import type { Draw } from '../../batch';
import type { DrawnPicture } from './drawnPicture';

/** Draws pictures with one transform, its strength up to the value; at the default value what an 'only' draw gives, byte for byte. */
export function strengthDrawer(
  { transform: index, value }: Extract<Draw, { kind: 'strength' }>,
  pool: readonly Transform[],
): (base: Image, random: Random) => DrawnPicture {
  const transform = upToStrength(pool[index], value);
  return (base, random) => {
    const image = transform.apply(base, transform.sample(random, base));
    return { image: resizeLinear(image, base.height, base.width), applied: [index], outcome: -1 };
  };
}
