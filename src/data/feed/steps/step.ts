import type { Image } from '../../../augment/image';
import { boxBlur } from '../../../augment/kernels/boxBlur';
import type { Random } from '../../../random/random';
import type { JpegCoding } from '../../decode/jpegCoding';
import { halfPixelShift } from './halfPixelShift';
import { reEncode } from './reEncode';

/** What pictures go through after their transforms and before the guard, clean ones and transformed ones alike, to hide a trace. */
export type Step =
  /**
   * Saved as JPEG and read again. With `block` the picture is made from its file anew, cut to whole squares of this side from the
   * top left on, before its transforms: else a flip moves the incomplete ones to the other side, and the grid with them.
   */
  | {
      readonly kind: 're-encode';
      readonly quality: JpegCoding['quality'];
      readonly subsampling: JpegCoding['subsampling'];
      readonly block: 8 | 16 | null;
    }
  /** Resampled half a pixel to the right and down. */
  | { readonly kind: 'half-pixel' }
  /** Two box windows of this odd side, 3..15: nearly a Gaussian of standard deviation √((side² − 1)/6). */
  | { readonly kind: 'blur'; readonly window: number };

/** The picture after the step, in its own size. Never writes to `image`. */
export async function takeStep(image: Image, step: Step, random: Random): Promise<Image> {
  switch (step.kind) {
    case 're-encode':
      return reEncode(image, step, random);
    case 'half-pixel':
      return halfPixelShift(image);
    case 'blur':
      return boxBlur(boxBlur(image, step.window), step.window);
  }
}
