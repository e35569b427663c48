import type { Image } from '../../../src/augment/image';

/** JPEG codes 16 columns together where chroma has half the resolution. */
const period = 16;

/**
 * How much neighbouring columns differ, by the column's place on a grid of 16 pixels: the mean absolute step of luma, then of
 * blue less luma, 32 numbers. Blocks of 8 show as two peaks of luma, blocks of chroma as one.
 */
export function blockEdges({ data, height, width, channels }: Image): number[] {
  const luma = new Float64Array(height * width);
  const blue = new Float64Array(height * width);
  for (let i = 0, at = 0; i < luma.length; i++, at += channels) {
    luma[i] = channels === 3 ? 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2] : data[at];
    blue[i] = data[at + channels - 1] - luma[i];
  }
  return [...stepsByPlace(luma, height, width), ...stepsByPlace(blue, height, width)];
}

function stepsByPlace(plane: Float64Array, height: number, width: number): number[] {
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  for (let y = 0; y < height; y++) {
    for (let x = 1; x < width; x++) {
      sums[x % period] += Math.abs(plane[y * width + x] - plane[y * width + x - 1]);
      counts[x % period]++;
    }
  }
  return [...sums].map((sum, place) => sum / Math.max(1, counts[place]));
}
