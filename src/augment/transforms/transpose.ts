import { defineTransform, noParams, type NoParams } from '../defineTransform';
import { maskAsImage } from '../image';
import { transpose } from '../kernels/quarterTurns';

/** Swaps rows and columns; a picture that is not square changes its shape. */
export const transposition = defineTransform<NoParams>('Transpose', 'orientation', () => ({
  kind: 'geometric',
  settings: {},
  sizeDependent: false,
  sample: () => noParams,
  apply: (image) => transpose(image),
  applyToMask: (mask) => transpose(maskAsImage(mask)),
}));
