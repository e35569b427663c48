import type { Image } from '../../src/augment/image';
import type { Transform } from '../../src/augment/transform';
import { createRandom } from '../../src/random/random';

const random = createRandom(1, 'bench', 'draws');

/** Images per second of one transform on one thread, its draws included, over at least `seconds`. */
export function measure(transform: Transform, images: readonly Image[], seconds: number): number {
  const start = performance.now();
  const end = start + seconds * 1000;
  let count = 0;
  let now = start;
  while (now < end) {
    for (const image of images) transform.apply(image, transform.sample(random, image));
    count += images.length;
    now = performance.now();
  }
  return (count / (now - start)) * 1000;
}
