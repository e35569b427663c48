import type { Image } from '../../src/augment/image';
import type { Random } from '../../src/random/random';
import { paint } from './paint';

export interface Sign {
  readonly direction: 'left' | 'right';
  /** A triangle, or a bar across the shaft. */
  readonly tip: 'pointed' | 'blunt';
  readonly tint: 'warm' | 'cool';
}

/** A faint arrow on noisy ground: size × size RGB, place, length and contrast free. Mirroring it gives the other direction and nothing else. */
export function drawSign(random: Random, { direction, tip, tint }: Sign, size: number): Image {
  const length = random.uniform(0.55, 0.8) * size;
  const headLength = (tip === 'pointed' ? random.uniform(0.35, 0.5) : random.uniform(0.12, 0.18)) * length;
  const headWidth = random.uniform(0.35, 0.55) * size;
  const shaftWidth = random.uniform(0.2, 0.3) * headWidth;
  const end = size / 2 + length / 2 + random.uniform(-0.1, 0.1) * size;
  const middle = size / 2 + random.uniform(-0.15, 0.15) * size;
  const covers = (x: number, y: number): boolean => {
    const back = end - (direction === 'right' ? x : size - x);
    const aside = Math.abs(y - middle);
    if (back < 0 || back > length) return false;
    if (back > headLength) return aside <= shaftWidth / 2;
    return aside <= (headWidth / 2) * (tip === 'pointed' ? back / headLength : 1);
  };
  return paint(random, (x, y) => (covers(x, y) ? 1 : 0), tint, size);
}
