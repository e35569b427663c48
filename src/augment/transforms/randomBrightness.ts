import { defineTransform } from '../defineTransform';
import { affineLevels } from '../kernels/affineLevels';

/** `modern` draws what is added, as a share of 255; `paper` a factor. */
export type RandomBrightnessParams = { readonly beta: number } | { readonly alpha: number };

const limit = 0.2;

/** `modern`: adds to all values, as RandomBrightnessContrast with its contrast fixed. `paper`: multiplies them (0.1.1). */
export const randomBrightness = defineTransform<RandomBrightnessParams>('RandomBrightness', 'tone', ({ profile }) => ({
  kind: 'pixel',
  settings: { brightnessLimit: [-limit, limit] },
  sizeDependent: false,
  sample: (random) =>
    profile === 'paper' ? { alpha: random.uniform(1 - limit, 1 + limit) } : { beta: random.uniform(-limit, limit) },
  apply: (image, params) =>
    'alpha' in params ? affineLevels(image, params.alpha, 0) : affineLevels(image, 1, params.beta * 255),
}));
