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
  settings: { blurLimit: [window, window] },
  sizeDependent: true,
  sample: () => ({ k: window }),
  apply: (image, { k }) => boxBlur(image, k),
}));
