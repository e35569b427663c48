import { cropSide } from '../cropSize';
import { defineTransform } from '../defineTransform';
import { maskAsImage, type Image } from '../image';
import { crop } from '../kernels/crop';

export interface CenterCropParams {
  readonly height: number;
  readonly width: number;
}

/** Cuts the middle square out and leaves it small. A picture smaller than that keeps its smaller sides. */
export const centerCrop = defineTransform<CenterCropParams>('CenterCrop', 'zoom', ({ size }) => {
  const side = cropSide(size);
  return {
    kind: 'geometric',
    settings: { height: side, width: side },
    sizeDependent: true,
    sample: (_random, shape) => ({ height: Math.min(side, shape.height), width: Math.min(side, shape.width) }),
    apply: cropMiddle,
    applyToMask: (mask, params) => cropMiddle(maskAsImage(mask), params),
  };
});

function cropMiddle(image: Image, { height, width }: CenterCropParams): Image {
  return crop(image, { y0: (image.height - height) >> 1, x0: (image.width - width) >> 1, height, width });
}
