import { defineTransform, noParams, type NoParams } from '../defineTransform';
import type { Image } from '../image';
import { grayscale, lumaSum } from '../kernels/grayscale';
import { lookup, lookupTable } from '../kernels/lookup';

/** Replaces colours by their luma; gray pictures stay as they are. In the `paper` profile bright pictures are inverted too. */
export const toGray = defineTransform<NoParams>('ToGray', 'tone', ({ profile }) => ({
  kind: 'pixel',
  settings: {},
  sizeDependent: false,
  sample: () => noParams,
  apply: profile === 'paper' ? grayOrNegative : grayscale,
}));

const negative = lookupTable((level) => 255 - level);

/** Albumentations 0.1.1 to 0.2.0: the negative where the mean is above 127. */
function grayOrNegative(image: Image): Image {
  if (image.channels === 1) return image;
  const gray = grayscale(image);
  return lumaSum(image) > 127 * image.height * image.width ? lookup(gray, negative) : gray;
}
