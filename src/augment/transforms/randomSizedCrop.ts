import type { Random } from '../../random/random';
import { cropCuts, cropOffset, defaultCut } from '../cropSize';
import { defineTransform } from '../defineTransform';
import { maskAsImage, type Shape } from '../image';
import { crop } from '../kernels/crop';
import { cropAndResize } from '../kernels/resizeLinear';
import { resizeNearest } from '../kernels/resizeNearest';

export interface RandomSizedCropParams {
  readonly y0: number;
  readonly x0: number;
  readonly cropHeight: number;
  readonly cropWidth: number;
  /** The size it is brought to. */
  readonly height: number;
  readonly width: number;
}

/**
 * Cuts a square of random size out at a random place and brings it to the working size at once. Sides are drawn from the crop side to
 * two less than the working side; a picture smaller than that keeps its smaller sides.
 */
export const randomSizedCrop = defineTransform<RandomSizedCropParams>(
  'RandomSizedCrop',
  'zoom',
  ({ size, profile }) => {
    const largest = Math.max(size - 2, 1);
    const least = size - largest;
    const smallest = (cut: number): number => Math.min(size - cut, largest);
    const place = (side: number, random: Random, shape: Shape): RandomSizedCropParams => {
      const cropHeight = Math.min(side, shape.height);
      const cropWidth = Math.min(side, shape.width);
      const y0 = cropOffset(random, shape.height, cropHeight, profile);
      const x0 = cropOffset(random, shape.width, cropWidth, profile);
      return { y0, x0, cropHeight, cropWidth, height: size, width: size };
    };
    return {
      kind: 'geometric',
      sizeDependent: true,
      strength: {
        setting: 'cut of min_max_height',
        unit: 'px',
        symmetric: false,
        default: defaultCut(size, least),
        grid: cropCuts(size, least),
        settings: (cut) => ({ minMaxHeight: [smallest(cut), largest], height: size, width: size }),
        sample: (cut, random, shape) => place(random.integer(smallest(cut), largest), random, shape),
        sampleExactly: (cut, random, shape) => place(smallest(cut), random, shape),
      },
      apply: (image, params) => cropAndResize(image, boxOf(params), params.height, params.width),
      applyToMask: (mask, params) => resizeNearest(crop(maskAsImage(mask), boxOf(params)), params.height, params.width),
    };
  },
);

function boxOf({ y0, x0, cropHeight, cropWidth }: RandomSizedCropParams) {
  return { y0, x0, height: cropHeight, width: cropWidth };
}
