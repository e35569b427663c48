import type { Image } from '../../augment/image';
import type { Random } from '../../random/random';

/**
 * Takes a window that is `guard` pixels smaller on each axis, at an offset uniform on 0..guard, and writes it to `target` from
 * `start` on. A random offset of a few pixels hides what gives a transform away in the file but not in the picture, such as the
 * phase of JPEG's half-resolution chroma under a flip. The image must be larger than `guard` on both axes.
 */
export function guardCrop(image: Image, guard: number, random: Random, target: Uint8Array, start: number): void {
  const { data, height, width, channels } = image;
  const top = random.integer(0, guard);
  const left = random.integer(0, guard);
  const row = (width - guard) * channels;
  for (let y = 0; y < height - guard; y++) {
    const from = ((top + y) * width + left) * channels;
    target.set(data.subarray(from, from + row), start + y * row);
  }
}
