import { defineTransform, noParams, type NoParams } from '../defineTransform';
import { maskAsImage } from '../image';
import { transpose as swapAxes } from '../kernels/quarterTurns';

/** Swaps rows and columns; a picture that is not square changes its shape. */
export const transpose = defineTransform<NoParams>('Transpose', 'orientation', () => ({
  kind: 'geometric',
  settings: {},
  sizeDependent: false,
  sample: () => noParams,
  apply: (image) => swapAxes(image),
  applyToMask: (mask) => swapAxes(maskAsImage(mask)),
}));
