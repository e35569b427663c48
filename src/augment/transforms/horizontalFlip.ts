import { defineTransform, noParams, type NoParams } from '../defineTransform';
import { maskAsImage } from '../image';
import { flipHorizontal } from '../kernels/flip';

/** Mirrors left and right. */
export const horizontalFlip = defineTransform<NoParams>('HorizontalFlip', 'orientation', () => ({
  kind: 'geometric',
  settings: {},
  sizeDependent: false,
  sample: () => noParams,
  apply: (image) => flipHorizontal(image),
  applyToMask: (mask) => flipHorizontal(maskAsImage(mask)),
}));
