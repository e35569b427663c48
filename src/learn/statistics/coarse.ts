import type { Image } from '../../augment/image';
import type { Random } from '../../random/random';

const perChannel = 12;
const percentiles = [0.05, 0.25, 0.5, 0.75, 0.95];

/** The dither is uniform on ±4 levels; everything is counted on a grid of eighths of a level, so that no sorting is needed. */
const steps = 8;
const ditherLevels = 4;
const ditherBits = 6; // 2 · 4 levels · 8 steps = 64 values
const gridSize = 255 * steps;
const largestLaplacian = 4 * gridSize;

// Scratch space for one call at a time; clearing it is several times cheaper than allocating it for every picture.
const levelCounts = new Int32Array(gridSize);
const laplacianCounts = new Int32Array(largestLaplacian);

/** How many numbers `coarseStatistics` gives: 12 per channel. */
export function coarseStatisticsLength(channels: 1 | 3): number {
  return perChannel * channels;
}

/**
 * Numbers that describe a picture's exposure, clipping, noise and sharpness, and nothing of where things are. Per channel, in
 * 8-bit levels: percentiles 5, 25, 50, 75 and 95, mean, standard deviation, log(sd + 1), the shares at or below 4 and at or
 * above 251, and of the 4-neighbour Laplacian log(sd + 2) and log(median of the absolute value + 2).
 *
 * A dither, uniform on ±4 levels and drawn from `random`, is added first (then clipped to 0..255). It hides the combs that
 * 8-bit lookup tables leave in a histogram, which would betray the computation rather than the picture.
 * Percentiles are nearest-rank on a grid of 1/8 level. Pictures under 3 pixels on a side have a Laplacian of 0.
 */
export function coarseStatistics(image: Image, random: Random): Float32Array {
  const { height, width, channels } = image;
  const dithered = dither(image.data, random);
  const out = new Float32Array(coarseStatisticsLength(channels));
  for (let channel = 0; channel < channels; channel++) {
    const at = perChannel * channel;
    levelStatistics(dithered, channel, channels, out, at);
    laplacianStatistics(dithered, { height, width, channels }, channel, out, at + 10);
  }
  return out;
}

/** Every byte as its dithered level in eighths: grid cell g stands for the level (g + ½)/8. One draw serves eight bytes. */
function dither(data: Uint8Array, random: Random): Int16Array {
  const dithered = new Int16Array(data.length);
  const lowest = -ditherLevels * steps;
  let bits = 0;
  let next = 0;
  for (let i = 0; i < data.length; i++) {
    if ((i & 7) === 0) {
      const draw = random.next() * 0x1000000;
      bits = draw | 0;
      next = ((draw - bits) * 0x1000000) | 0;
    } else if ((i & 7) === 4) {
      bits = next;
    }
    const value = data[i] * steps + lowest + (bits & ((1 << ditherBits) - 1));
    bits >>= ditherBits;
    dithered[i] = value < 0 ? 0 : value >= gridSize ? gridSize - 1 : value;
  }
  return dithered;
}

function levelStatistics(values: Int16Array, channel: number, stride: number, out: Float32Array, at: number): void {
  levelCounts.fill(0);
  const pixels = values.length / stride;
  let sum = 0;
  let sumOfSquares = 0;
  for (let i = channel; i < values.length; i += stride) {
    const value = values[i];
    levelCounts[value]++;
    sum += value;
    sumOfSquares += value * value;
  }
  let cell = -1;
  let below = 0;
  for (let p = 0; p < percentiles.length; p++) {
    while (below < percentiles[p] * pixels) below += levelCounts[++cell];
    out[at + p] = (cell + 0.5) / steps;
  }
  const mean = sum / pixels;
  const deviation = Math.sqrt(Math.max(0, sumOfSquares / pixels - mean * mean)) / steps;
  out[at + 5] = (mean + 0.5) / steps;
  out[at + 6] = deviation;
  out[at + 7] = Math.log(deviation + 1);
  let dark = 0;
  let bright = 0;
  for (let level = 0; level < 4 * steps; level++) {
    dark += levelCounts[level];
    bright += levelCounts[gridSize - 1 - level];
  }
  out[at + 8] = dark / pixels;
  out[at + 9] = bright / pixels;
}

function laplacianStatistics(
  values: Int16Array,
  shape: { height: number; width: number; channels: number },
  channel: number,
  out: Float32Array,
  at: number,
): void {
  const { height, width, channels } = shape;
  const row = width * channels;
  const inner = Math.max(0, height - 2) * Math.max(0, width - 2);
  laplacianCounts.fill(0);
  let sum = 0;
  let sumOfSquares = 0;
  for (let y = 1; y < height - 1; y++) {
    const end = y * row + (width - 1) * channels;
    for (let i = y * row + channels + channel; i < end; i += channels) {
      const value = 4 * values[i] - values[i - row] - values[i + row] - values[i - channels] - values[i + channels];
      laplacianCounts[Math.abs(value)]++;
      sum += value;
      sumOfSquares += value * value;
    }
  }
  let cell = 0;
  for (let below = laplacianCounts[0]; below < inner / 2;) below += laplacianCounts[++cell];
  const mean = inner > 0 ? sum / inner : 0;
  const variance = inner > 0 ? Math.max(0, sumOfSquares / inner - mean * mean) : 0;
  out[at] = Math.log(Math.sqrt(variance) / steps + 2);
  out[at + 1] = Math.log(cell / steps + 2);
}
