import { fillNormals } from '../../random/normals';
import { defineTransform } from '../defineTransform';
import { addNoise } from '../kernels/additiveNoise';

/** Either a drawn strength and the seed of the field, or the field itself: one value in levels per pixel and channel. */
export type GaussNoiseParams =
  { readonly standardDeviation: number; readonly seed: number } | { readonly noise: Float32Array };

const lowestVariance = 10;
const highestVariance = 50;

/**
 * Adds independent normal noise to every value. `modern`: zero mean, its standard deviation uniform. `paper`: its variance a uniform
 * integer, and the smallest noise value becomes zero, so that pictures get brighter (Albumentations 0.1.1).
 */
export const gaussNoise = defineTransform<GaussNoiseParams>('GaussNoise', 'sharpness', ({ profile }) => {
  const range = [Math.sqrt(lowestVariance) / 255, Math.sqrt(highestVariance) / 255] as const;
  return {
    kind: 'pixel',
    settings: profile === 'paper' ? { varLimit: [lowestVariance, highestVariance] } : { stdRange: range },
    sizeDependent: true,
    sample: (random) => ({
      standardDeviation:
        profile === 'paper'
          ? Math.sqrt(random.integer(lowestVariance, highestVariance))
          : 255 * random.uniform(...range),
      seed: random.integer(0, 2 ** 32 - 1),
    }),
    apply: (image, params) => {
      const noise = 'noise' in params ? params.noise : normalField(image.data.length, params);
      return addNoise(image, profile === 'paper' ? aboveMinimum(noise) : noise);
    },
  };
});

function normalField(length: number, { standardDeviation, seed }: { standardDeviation: number; seed: number }) {
  const field = new Float32Array(length);
  fillNormals(field, seed);
  for (let i = 0; i < length; i++) field[i] *= standardDeviation;
  return field;
}

function aboveMinimum(noise: Float32Array): Float32Array {
  let minimum = Infinity;
  for (const value of noise) minimum = Math.min(minimum, value);
  return noise.map((value) => value - minimum);
}
