import type { Random } from '../../random/random';
import { cropCuts, cropOffset, defaultCut } from '../cropSize';
import { defineTransform } from '../defineTransform';
import { maskAsImage, type Shape } from '../image';
import { crop, type Box } from '../kernels/crop';

/** Cuts a square out at a random place and leaves it small. A picture smaller than that keeps its smaller sides. */
export const randomCrop = defineTransform<Box>('RandomCrop', 'zoom', ({ size, profile }) => {
  const sample = (cut: number, random: Random, shape: Shape): Box => {
    const height = Math.min(size - cut, shape.height);
    const width = Math.min(size - cut, shape.width);
    const y0 = cropOffset(random, shape.height, height, profile);
    const x0 = cropOffset(random, shape.width, width, profile);
    return { y0, x0, height, width };
  };
  return {
    kind: 'geometric',
    sizeDependent: true,
    strength: {
      setting: 'cut of height and width',
      unit: 'px',
      symmetric: false,
      default: defaultCut(size),
      grid: cropCuts(size),
      settings: (cut) => ({ height: size - cut, width: size - cut }),
      sample,
      sampleExactly: sample,
    },
    apply: crop,
    applyToMask: (mask, box) => crop(maskAsImage(mask), box),
  };
});
