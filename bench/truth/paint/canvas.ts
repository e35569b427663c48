import type { Image } from '../../../src/augment/image';
import type { Random } from '../../../src/random/random';

/** Gray levels (of 255, not yet rounded or cut) of one channel, or of red, green and blue. */
export type Levels = readonly [number] | readonly [number, number, number];

export interface PaintOptions {
  readonly size: number;
  /** The scene at a point, in pixels from the upper left corner. */
  readonly scene: (x: number, y: number) => Levels;
  /** Points per pixel and axis that are averaged. Default 3; 1 leaves edges hard. */
  readonly subsamples?: number;
  /** Adds what the camera adds, drawn for every pixel and channel in turn. Default: nothing. */
  readonly noise?: () => number;
}

/** A square picture of a scene, cut to 0..255 and rounded as a camera does. */
export function paint({ size, scene, subsamples = 3, noise = () => 0 }: PaintOptions): Image {
  const channels = scene(0, 0).length;
  const data = new Uint8Array(size * size * channels);
  const sums = new Float64Array(channels);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      sums.fill(0);
      for (let i = 0; i < subsamples; i++) {
        for (let j = 0; j < subsamples; j++) {
          const levels = scene(x + (j + 0.5) / subsamples, y + (i + 0.5) / subsamples);
          levels.forEach((level, channel) => (sums[channel] += level));
        }
      }
      for (let channel = 0; channel < channels; channel++) {
        const level = sums[channel] / subsamples ** 2 + noise();
        data[(y * size + x) * channels + channel] = Math.round(Math.min(255, Math.max(0, level)));
      }
    }
  }
  return { data, height: size, width: size, channels };
}

/** Independent normal noise of one strength, in levels. */
export function normalNoise(random: Random, standardDeviation: number): () => number {
  return () => random.normal(0, standardDeviation);
}

/** exp of a normal draw; the median is that of the result. */
export function logNormal(random: Random, median: number, sigma: number): number {
  return median * Math.exp(random.normal(0, sigma));
}
