import type { Image } from '../../../src/augment/image';
import { coarseStatistics } from '../../../src/learn/statistics/coarse';
import { createRandom, type Random } from '../../../src/random/random';

/** Numbers that describe a picture, the same ones for every picture of a bank. */
export interface FeatureBank {
  readonly length: number;
  describe(image: Image, random: Random): Float32Array;
}

export interface FeatureBankOptions {
  /** Pictures of both sides that are not tested on; small pieces of them are looked for. */
  readonly examples: readonly Image[];
  readonly seed: number;
}

const filterCount = 24;
const histogramBins = 16;
const patchSide = 10;

/**
 * What a linear probe needs in order to see any of the changes that transforms make, without training: coarse statistics; a histogram (levels,
 * combs, cut ends); energies of random 3 × 3 filters on both sides of zero (noise, sharpness, edges, colours); the mean picture in 4 × 4 blocks
 * and its squares (framing); and how well each example's middle is found anywhere (shapes and which way round they are).
 */
export function createFeatureBank({ examples, seed }: FeatureBankOptions): FeatureBank {
  const { channels } = examples[0];
  const filters = randomFilters(createRandom(seed, 'filters'), channels);
  const patches = examples.map(standardPatch);
  const parts = [
    (image: Image, random: Random) => coarseStatistics(image, random),
    histogram,
    colourDifference,
    (image: Image) => filterEnergies(image, filters),
    blockMeans,
    (image: Image) => patchMatches(image, patches),
  ];
  const describe = (image: Image, random: Random): Float32Array =>
    Float32Array.from(parts.flatMap((part) => [...part(image, random)]));
  return { length: describe(examples[0], createRandom(seed)).length, describe };
}

function histogram({ data, channels }: Image): Float32Array {
  const bins = new Float32Array(channels * (histogramBins + 2));
  const share = channels / data.length;
  for (let i = 0; i < data.length; i++) {
    const start = (i % channels) * (histogramBins + 2);
    bins[start + Math.floor((data[i] * histogramBins) / 256)] += share;
    if (data[i] === 0) bins[start + histogramBins] += share;
    if (data[i] === 255) bins[start + histogramBins + 1] += share;
  }
  return bins;
}

/** Mean distance between red and blue, and between red and green: how colourful a picture is. */
function colourDifference({ data, channels }: Image): number[] {
  if (channels === 1) return [];
  let blue = 0;
  let green = 0;
  for (let i = 0; i < data.length; i += 3) {
    blue += Math.abs(data[i] - data[i + 2]);
    green += Math.abs(data[i] - data[i + 1]);
  }
  return [blue / data.length, green / data.length, Math.log(1 + blue + green)];
}

interface Filter {
  readonly weights: Float64Array;
  readonly bias: number;
}

/** Half of them see differences alone, the other half levels as well, each from a threshold of its own. */
function randomFilters(random: Random, channels: number): Filter[] {
  return Array.from({ length: filterCount }, (_, f) => {
    const weights = Float64Array.from({ length: 9 * channels }, () => random.normal(0, 1));
    const mean = weights.reduce((sum, w) => sum + w, 0) / weights.length;
    const sum = f % 2 === 0 ? 0 : 1;
    for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] - mean) / 4 + sum / weights.length;
    return { weights, bias: sum === 0 ? 0 : random.uniform(20, 235) };
  });
}

/** Of each filter's answers: the means of what lies above and below its threshold, and the logarithm of their root mean square. */
function filterEnergies({ data, height, width, channels }: Image, filters: readonly Filter[]): Float32Array {
  const energies = new Float32Array(3 * filters.length);
  const count = (height - 2) * (width - 2);
  for (const [f, { weights, bias }] of filters.entries()) {
    let above = 0;
    let below = 0;
    let squares = 0;
    for (let y = 0; y < height - 2; y++) {
      for (let x = 0; x < width - 2; x++) {
        let sum = -bias;
        for (let i = 0, w = 0; i < 3; i++) {
          const start = ((y + i) * width + x) * channels;
          for (let j = 0; j < 3 * channels; j++, w++) sum += weights[w] * data[start + j];
        }
        if (sum > 0) above += sum;
        else below -= sum;
        squares += sum * sum;
      }
    }
    energies.set([above / count, below / count, Math.log(1 + squares / count)], 3 * f);
  }
  return energies;
}

function blockMeans({ data, height, width, channels }: Image): Float32Array {
  const blocks = 4;
  const means = new Float32Array(2 * blocks * blocks * channels);
  const cells = blocks * blocks * channels;
  const perCell = (height * width) / (blocks * blocks);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const block = Math.floor((y * blocks) / height) * blocks + Math.floor((x * blocks) / width);
      for (let c = 0; c < channels; c++) {
        means[block * channels + c] += data[(y * width + x) * channels + c] / perCell;
      }
    }
  }
  for (let i = 0; i < cells; i++) means[cells + i] = ((means[i] - 128) / 64) ** 2;
  return means;
}

/** The middle of a picture in gray, mean 0 and length 1. */
function standardPatch(image: Image): Float64Array {
  const top = (image.height - patchSide) >> 1;
  return standardised(graySums(image), image.width, top, (image.width - patchSide) >> 1);
}

/** For each patch its highest and lowest correlation with any place of the picture. */
function patchMatches(image: Image, patches: readonly Float64Array[]): Float32Array {
  const gray = graySums(image);
  const best = new Float32Array(2 * patches.length).fill(0);
  for (let y = 0; y + patchSide <= image.height; y++) {
    for (let x = 0; x + patchSide <= image.width; x++) {
      const here = standardised(gray, image.width, y, x);
      for (let p = 0; p < patches.length; p++) {
        let sum = 0;
        for (let i = 0; i < here.length; i++) sum += here[i] * patches[p][i];
        if (sum > best[2 * p]) best[2 * p] = sum;
        if (sum < best[2 * p + 1]) best[2 * p + 1] = sum;
      }
    }
  }
  return best;
}

function graySums({ data, height, width, channels }: Image): Float64Array {
  const sums = new Float64Array(height * width);
  for (let i = 0; i < data.length; i++) sums[Math.floor(i / channels)] += data[i];
  return sums;
}

function standardised(gray: Float64Array, width: number, top: number, left: number): Float64Array {
  const patch = new Float64Array(patchSide ** 2);
  for (let y = 0, i = 0; y < patchSide; y++) {
    for (let x = 0; x < patchSide; x++, i++) patch[i] = gray[(top + y) * width + left + x];
  }
  const mean = patch.reduce((sum, value) => sum + value, 0) / patch.length;
  let squares = 0;
  for (let i = 0; i < patch.length; i++) squares += (patch[i] -= mean) ** 2;
  const length = Math.sqrt(squares) || 1;
  return patch.map((value) => value / length);
}
