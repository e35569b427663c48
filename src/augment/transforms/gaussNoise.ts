import { defineTransform } from '../defineTransform';
import { addNoise, type Noise } from '../kernels/additiveNoise';

const lowestVariance = 10;
const highestVariance = 50;

/**
 * Adds independent normal noise to every value. `modern`: zero mean, its standard deviation uniform. `paper`: its variance a uniform
 * integer, and the smallest noise value becomes zero, so that pictures get brighter (Albumentations 0.1.1).
 */
export const gaussNoise = defineTransform<Noise>('GaussNoise', 'sharpness', ({ profile }) => {
  const inPaper = profile === 'paper';
  const stdRange = [Math.sqrt(lowestVariance) / 255, Math.sqrt(highestVariance) / 255] as const;
  return {
    kind: 'pixel',
    settings: inPaper ? { varLimit: [lowestVariance, highestVariance] } : { stdRange },
    sizeDependent: true,
    sample: (random) => ({
      standardDeviation: inPaper
        ? Math.sqrt(random.integer(lowestVariance, highestVariance))
        : 255 * random.uniform(...stdRange),
      seed: random.integer(0, 2 ** 32 - 1),
    }),
    apply: (image, noise) => addNoise(image, noise, { fromMinimum: inPaper }),
  };
});
