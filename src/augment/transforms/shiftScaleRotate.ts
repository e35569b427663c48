import type { Profile } from '../../protocol/vocabulary';
import { defineTransform } from '../defineTransform';
import type { Shape } from '../image';
import { rotationMatrix, translated, type AffineMatrix } from '../kernels/affineMatrix';
import { warpAffineLinear, warpAffineNearest } from '../kernels/warpAffine';

export interface ShiftScaleRotateParams {
  /** Degrees, counter-clockwise. */
  readonly angle: number;
  readonly scale: number;
  /** Shares of the width and of the height. */
  readonly dx: number;
  readonly dy: number;
  /** Gray levels outside the picture, for pixels and mask. Default: the picture is mirrored (REFLECT_101). */
  readonly fill?: { readonly image: number; readonly mask: number };
}

const angleLimit = 45;
const scaleLimit = 0.1;
const shiftLimit = 0.0625;

/**
 * Turns and scales about the centre and shifts, by bilinear interpolation. `modern`: as Albumentations' Affine (keep_ratio,
 * reflected border) that exports name, whose shifts are whole pixels; `paper`: about half a pixel beyond the true centre.
 */
export const shiftScaleRotate = defineTransform<ShiftScaleRotateParams>('ShiftScaleRotate', 'zoom', ({ profile }) => ({
  kind: 'geometric',
  settings: {
    rotateLimit: [-angleLimit, angleLimit],
    scaleLimit: [-scaleLimit, scaleLimit],
    shiftLimit: [-shiftLimit, shiftLimit],
  },
  sizeDependent: false,
  sample: (random) => ({
    angle: random.uniform(-angleLimit, angleLimit),
    scale: random.uniform(1 - scaleLimit, 1 + scaleLimit),
    dx: random.uniform(-shiftLimit, shiftLimit),
    dy: random.uniform(-shiftLimit, shiftLimit),
  }),
  apply: (image, params) =>
    warpAffineLinear(
      image,
      matrixFor(params, image, profile),
      params.fill ? { fill: params.fill.image } : 'reflect101',
    ),
  applyToMask: (mask, params) =>
    warpAffineNearest(mask, matrixFor(params, mask, profile), params.fill ? { fill: params.fill.mask } : 'reflect101'),
}));

function matrixFor(
  { angle, scale, dx, dy }: ShiftScaleRotateParams,
  { height, width }: Pick<Shape, 'height' | 'width'>,
  profile: Profile,
): AffineMatrix {
  if (profile === 'paper') {
    return translated(rotationMatrix(width / 2, height / 2, angle, scale), dx * width, dy * height);
  }
  const aboutCentre = rotationMatrix((width - 1) / 2, (height - 1) / 2, angle, scale);
  return translated(aboutCentre, Math.trunc(dx * width), Math.trunc(dy * height));
}
