import { defineTransform } from '../defineTransform';
import { eitherSide } from '../eitherSide';
import type { Image } from '../image';
import { affineLevels } from '../kernels/affineLevels';
import { lumaSum } from '../kernels/grayscale';
import { lookup, lookupTable } from '../kernels/lookup';

export interface RandomContrastParams {
  readonly alpha: number;
}

/**
 * `modern`: scales all values about zero, as RandomBrightnessContrast with its brightness fixed. `paper`: scales them and adds
 * three times (1 − alpha) of the mean luma, a slip of Albumentations 0.1.1 that its results contain.
 */
export const randomContrast = defineTransform<RandomContrastParams>('RandomContrast', 'tone', ({ profile }) => ({
  kind: 'pixel',
  sizeDependent: false,
  strength: {
    setting: 'contrast_limit',
    unit: '',
    symmetric: true,
    default: 0.2,
    grid: [0.01, 0.02, 0.05, 0.1, 0.2, 0.4],
    settings: (limit) => ({ contrastLimit: [-limit, limit] }),
    sample: (limit, random) => ({ alpha: random.uniform(1 - limit, 1 + limit) }),
    sampleExactly: (limit, random) => ({ alpha: 1 + eitherSide(limit, random) }),
  },
  apply: (image, { alpha }) =>
    profile === 'paper' ? scaleAboutTripleMean(image, alpha) : affineLevels(image, alpha, 0),
}));

function scaleAboutTripleMean(image: Image, alpha: number): Image {
  const offset = ((3 * (1 - alpha)) / (image.height * image.width)) * lumaSum(image);
  return lookup(
    image,
    lookupTable((level) => alpha * level + offset),
  );
}
