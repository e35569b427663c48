import type { Image } from '../../src/augment/image';
import { createRandom } from '../../src/random/random';

/** Enough different pictures that neither side lives on one picture's cache lines and branches. */
const imageCount = 16;

/** Seeded RGB pictures of `size` × `size` with smooth areas and some noise, as photographs have. */
export function makeImages(size: number): Image[] {
  return Array.from({ length: imageCount }, (_, index) => {
    const random = createRandom(1, 'bench', size, index);
    const phases = Array.from({ length: 3 }, () => random.uniform(0, 2 * Math.PI));
    const data = new Uint8Array(size * size * 3);
    for (let at = 0; at < data.length; at++) {
      const x = Math.floor(at / 3) % size;
      const y = Math.floor(at / 3 / size);
      const smooth = Math.sin((7 * x) / size + phases[at % 3]) + Math.cos((5 * y) / size + phases[0]);
      data[at] = Math.min(Math.max(125 + 50 * smooth + random.uniform(-12, 12), 0), 255);
    }
    return { data, height: size, width: size, channels: 3 };
  });
}
