import { cropCuts, defaultCut } from '../cropSize';
import { defineTransform } from '../defineTransform';
import { maskAsImage, type Image, type Shape } from '../image';
import { crop } from '../kernels/crop';

export interface CenterCropParams {
  readonly height: number;
  readonly width: number;
}

/** Cuts the middle square out and leaves it small. A picture smaller than that keeps its smaller sides. */
export const centerCrop = defineTransform<CenterCropParams>('CenterCrop', 'zoom', ({ size }) => {
  const sides = (cut: number): CenterCropParams => ({ height: size - cut, width: size - cut });
  const sample = (cut: number, { height, width }: Shape): CenterCropParams => ({
    height: Math.min(size - cut, height),
    width: Math.min(size - cut, width),
  });
  return {
    kind: 'geometric',
    sizeDependent: true,
    strength: {
      setting: 'cut of height and width',
      unit: 'px',
      symmetric: false,
      default: defaultCut(size),
      grid: cropCuts(size),
      settings: (cut) => ({ ...sides(cut) }),
      sample: (cut, _random, shape) => sample(cut, shape),
      sampleExactly: (cut, _random, shape) => sample(cut, shape),
    },
    apply: cropMiddle,
    applyToMask: (mask, params) => cropMiddle(maskAsImage(mask), params),
  };
});

function cropMiddle(image: Image, { height, width }: CenterCropParams): Image {
  return crop(image, { y0: (image.height - height) >> 1, x0: (image.width - width) >> 1, height, width });
}
