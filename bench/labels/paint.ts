import type { Image } from '../../src/augment/image';
import type { Random } from '../../src/random/random';

const subsamples = 3;
const noise = 14;

/** Levels between shape and ground, from the faintest to the strongest. */
export type ContrastRange = readonly [faintest: number, strongest: number];

/** Puts a shape (1 inside, 0 outside) on a plain ground with a slight tint, faintly and under noise, so that a small network's answers stay weak. */
export function paint(
  random: Random,
  shape: (x: number, y: number) => number,
  tint: 'warm' | 'cool',
  size: number,
  [faintest, strongest]: ContrastRange = [25, 60],
): Image {
  const ground = random.uniform(80, 175);
  const contrast = random.uniform(faintest, strongest) * (random.next() < 0.5 ? -1 : 1);
  const warmth = (tint === 'warm' ? 1 : -1) * random.uniform(4, 14);
  const data = new Uint8Array(size * size * 3);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const level = ground + contrast * coverage(shape, x, y);
      for (const [channel, share] of [1, 0, -1].entries()) {
        const value = Math.round(level + share * warmth + random.normal(0, noise));
        data[(y * size + x) * 3 + channel] = Math.min(255, Math.max(0, value));
      }
    }
  }
  return { data, height: size, width: size, channels: 3 };
}

function coverage(shape: (x: number, y: number) => number, column: number, row: number): number {
  let sum = 0;
  for (let i = 0; i < subsamples; i++) {
    for (let j = 0; j < subsamples; j++) sum += shape(column + (i + 0.5) / subsamples, row + (j + 0.5) / subsamples);
  }
  return sum / subsamples ** 2;
}
