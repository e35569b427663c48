import type { Image } from '../../augment/image';
import { crop } from '../../augment/kernels/crop';
import type { Random } from '../../random/random';

/** The guard: a crop that is `guard` pixels smaller per axis, at an offset uniform on 0..guard. It mixes odd and even. */
export function guardCrop(image: Image, guard: number, random: Random): Image {
  return crop(image, {
    y0: random.integer(0, guard),
    x0: random.integer(0, guard),
    height: image.height - guard,
    width: image.width - guard,
  });
}

/** Whole levels, uniform on −4..3, added to every value, much as the coarse statistics do before they look. It fills combs. */
export function dither(image: Image, random: Random): Image {
  const data = new Uint8Array(image.data.length);
  let bits = 0;
  for (let i = 0; i < data.length; i++) {
    // Three bits a value, eight values a draw.
    bits = i % 8 === 0 ? Math.floor(random.next() * 2 ** 24) : bits >> 3;
    data[i] = Math.min(255, Math.max(0, image.data[i] + (bits & 7) - 4));
  }
  return { ...image, data };
}
