import { cropOffset, cropSide } from '../cropSize';
import { defineTransform } from '../defineTransform';
import { maskAsImage } from '../image';
import { crop, type Box } from '../kernels/crop';

/** Cuts a square out at a random place and leaves it small. A picture smaller than that keeps its smaller sides. */
export const randomCrop = defineTransform<Box>('RandomCrop', 'zoom', ({ size, profile }) => {
  const side = cropSide(size);
  return {
    kind: 'geometric',
    settings: { height: side, width: side },
    sizeDependent: true,
    sample: (random, shape) => {
      const height = Math.min(side, shape.height);
      const width = Math.min(side, shape.width);
      const y0 = cropOffset(random, shape.height, height, profile);
      const x0 = cropOffset(random, shape.width, width, profile);
      return { y0, x0, height, width };
    },
    apply: crop,
    applyToMask: (mask, box) => crop(maskAsImage(mask), box),
  };
});
