import { defineTransform } from '../defineTransform';
import { boxBlur } from '../kernels/boxBlur';

export interface BlurParams {
  /** Odd side of the window in pixels. */
  readonly k: number;
}

/** The paper's limit of 3: always the smallest window. */
const window = 3;

/** Replaces every value by the mean of the k × k values around it. */
export const blur = defineTransform<BlurParams>('Blur', 'sharpness', () => ({
  kind: 'pixel',
  sizeDependent: true,
  strength: {
    setting: 'blur_limit',
    unit: 'px',
    symmetric: false,
    default: window,
    grid: [window, 5, 7, 9],
    settings: (limit) => ({ blurLimit: [window, limit] }),
    // Odd sides, all equally likely; a single one needs no draw.
    sample: (limit, random) => ({
      k: limit === window ? window : window + 2 * random.integer(0, (limit - window) / 2),
    }),
    sampleExactly: (k) => ({ k }),
  },
  apply: (image, { k }) => boxBlur(image, k),
}));
