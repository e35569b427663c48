import type { Profile } from '../../protocol/vocabulary';
import { defineTransform } from '../defineTransform';
import { eitherSide } from '../eitherSide';
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
  sizeDependent: false,
  strength: {
    setting: 'rotate_limit (scale and shift in proportion)',
    unit: '°',
    symmetric: true,
    default: angleLimit,
    grid: [1, 3, 10, 20, angleLimit, 90],
    settings: (angle) => {
      const { scale, shift } = limitsAt(angle);
      return { rotateLimit: [-angle, angle], scaleLimit: [-scale, scale], shiftLimit: [-shift, shift] };
    },
    sample: (angle, random) => {
      const { scale, shift } = limitsAt(angle);
      return {
        angle: random.uniform(-angle, angle),
        scale: random.uniform(1 - scale, 1 + scale),
        dx: random.uniform(-shift, shift),
        dy: random.uniform(-shift, shift),
      };
    },
    sampleExactly: (angle, random) => {
      const { scale, shift } = limitsAt(angle);
      return {
        angle: eitherSide(angle, random),
        scale: 1 + eitherSide(scale, random),
        dx: eitherSide(shift, random),
        dy: eitherSide(shift, random),
      };
    },
  },
  apply: (image, params) =>
    warpAffineLinear(
      image,
      matrixFor(params, image, profile),
      params.fill ? { fill: params.fill.image } : 'reflect101',
    ),
  applyToMask: (mask, params) =>
    warpAffineNearest(mask, matrixFor(params, mask, profile), params.fill ? { fill: params.fill.mask } : 'reflect101'),
}));

/** One number says how strong all three are. */
function limitsAt(angle: number): { readonly scale: number; readonly shift: number } {
  const share = angle / angleLimit;
  return { scale: share * scaleLimit, shift: share * shiftLimit };
}

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
