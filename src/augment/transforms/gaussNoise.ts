import { defineTransform } from '../defineTransform';
import { addNoise, type Noise } from '../kernels/additiveNoise';
import type { Strength } from '../transform';
import type { Random } from '../../random/random';

const lowestVariance = 10;
const highestVariance = 50;

/**
 * Adds independent normal noise to every value. `modern`: zero mean, its standard deviation uniform. `paper`: its variance a uniform
 * integer, and the smallest noise value becomes zero, so that pictures get brighter (Albumentations 0.1.1).
 */
export const gaussNoise = defineTransform<Noise>('GaussNoise', 'sharpness', ({ profile }) => {
  const inPaper = profile === 'paper';
  return {
    kind: 'pixel',
    sizeDependent: true,
    strength: inPaper ? byVariance : byDeviation,
    apply: (image, noise) => addNoise(image, noise, { fromMinimum: inPaper }),
  };
});

const smallestDeviation = Math.sqrt(lowestVariance) / 255;
const largestDeviation = Math.sqrt(highestVariance) / 255;

/** Both ends of the range grow together. */
function deviations(largest: number): readonly [number, number] {
  return [(largest / largestDeviation) * smallestDeviation, largest];
}

const byDeviation: Strength<Noise> = {
  setting: 'std_range',
  unit: '',
  symmetric: false,
  default: largestDeviation,
  grid: [0.004, 0.008, 0.015, largestDeviation, 0.06, 0.12],
  settings: (largest) => ({ stdRange: deviations(largest) }),
  sample: (largest, random) => noise(255 * random.uniform(...deviations(largest)), random),
  sampleExactly: (deviation, random) => noise(255 * deviation, random),
};

function variances(largest: number): readonly [number, number] {
  return [Math.round((largest / highestVariance) * lowestVariance), largest];
}

const byVariance: Strength<Noise> = {
  setting: 'var_limit',
  unit: '',
  symmetric: false,
  default: highestVariance,
  grid: [1, 5, 20, highestVariance, 200, 1000],
  settings: (largest) => ({ varLimit: variances(largest) }),
  sample: (largest, random) => noise(Math.sqrt(random.integer(...variances(largest))), random),
  sampleExactly: (variance, random) => noise(Math.sqrt(variance), random),
};

function noise(standardDeviation: number, random: Random): Noise {
  return { standardDeviation, seed: random.integer(0, 2 ** 32 - 1) };
}
