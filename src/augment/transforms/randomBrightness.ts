import { defineTransform } from '../defineTransform';
import { affineLevels } from '../kernels/affineLevels';
import { eitherSide } from '../eitherSide';

/** `modern` draws what is added, as a share of 255; `paper` a factor. */
export type RandomBrightnessParams = { readonly beta: number } | { readonly alpha: number };

/** `modern`: adds to all values, as RandomBrightnessContrast with its contrast fixed. `paper`: multiplies them (0.1.1). */
export const randomBrightness = defineTransform<RandomBrightnessParams>('RandomBrightness', 'tone', ({ profile }) => ({
  kind: 'pixel',
  sizeDependent: false,
  strength: {
    setting: 'brightness_limit',
    unit: '',
    symmetric: true,
    default: 0.2,
    grid: [0.01, 0.02, 0.05, 0.1, 0.2, 0.4],
    settings: (limit) => ({ brightnessLimit: [-limit, limit] }),
    sample: (limit, random) =>
      profile === 'paper' ? { alpha: random.uniform(1 - limit, 1 + limit) } : { beta: random.uniform(-limit, limit) },
    sampleExactly: (limit, random) => {
      const change = eitherSide(limit, random);
      return profile === 'paper' ? { alpha: 1 + change } : { beta: change };
    },
  },
  apply: (image, params) =>
    'alpha' in params ? affineLevels(image, params.alpha, 0) : affineLevels(image, 1, params.beta * 255),
}));
