import type { Image } from '../../src/augment/image';
import type { Random } from '../../src/random/random';
import { type ContrastRange, paint } from './paint';

export interface Stripes {
  readonly direction: 'level' | 'upright';
  /** Periods of about a fifth and nearly half of the side. */
  readonly width: 'fine' | 'coarse';
  readonly tint: 'warm' | 'cool';
  /** Default: that of `paint`. */
  readonly contrast?: ContrastRange;
}

/** Faint stripes on noisy ground: size × size RGB, period, phase and contrast free. A quarter turn gives the other direction and nothing else. */
export function drawStripes(random: Random, { direction, width, tint, contrast }: Stripes, size: number): Image {
  const period = size * (width === 'fine' ? random.uniform(0.19, 0.23) : random.uniform(0.42, 0.5));
  const phase = random.uniform(0, period);
  const isDark = (x: number, y: number): boolean => {
    const place = ((direction === 'level' ? y : x) + phase) / period;
    return place - Math.floor(place) < 0.5;
  };
  return paint(random, (x, y) => (isDark(x, y) ? 1 : 0), tint, size, contrast);
}
