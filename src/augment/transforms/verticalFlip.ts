import { defineTransform, noParams, type NoParams } from '../defineTransform';
import { maskAsImage } from '../image';
import { flipVertical } from '../kernels/flip';

/** Mirrors top and bottom. */
export const verticalFlip = defineTransform<NoParams>('VerticalFlip', 'orientation', () => ({
  kind: 'geometric',
  settings: {},
  sizeDependent: false,
  sample: () => noParams,
  apply: (image) => flipVertical(image),
  applyToMask: (mask) => flipVertical(maskAsImage(mask)),
}));
