import type { Profile } from '../../protocol/vocabulary';
import type { JudgedTransform } from '../judgedSet';
import { noiseRange } from '../noiseRange';
import { numberOf, rangeOf } from '../settings';
import type { AlbumentationsVersion } from '../target';
import { Constant, Real, reals, type Argument } from './node';

/** A judged transform in Albumentations' terms; `resize` when it leaves pictures smaller than it found them. */
export interface Equivalent {
  readonly className: string;
  readonly arguments: Readonly<Record<string, Argument>>;
  readonly resize?: boolean;
}

interface Context {
  readonly profile: Profile;
  readonly version: AlbumentationsVersion;
}

export const linear = new Constant('cv2.INTER_LINEAR', 1);
export const nearest = new Constant('cv2.INTER_NEAREST', 0);
const reflect101 = new Constant('cv2.BORDER_REFLECT_101', 4);
const none = reals([0, 0]);

const equivalents: Readonly<Record<string, (transform: JudgedTransform, context: Context) => Equivalent>> = {
  HorizontalFlip: same,
  VerticalFlip: same,
  RandomRotate90: same,
  Transpose: same,
  ToGray: ({ name }) => ({
    className: name,
    arguments: { num_output_channels: 3, method: 'weighted_average' },
  }),
  ShiftScaleRotate: affine,
  RandomCrop: crop,
  CenterCrop: crop,
  RandomSizedCrop: (transform) => ({
    className: transform.name,
    arguments: {
      min_max_height: rangeOf(transform, 'minMaxHeight'),
      size: [numberOf(transform, 'height'), numberOf(transform, 'width')],
      w2h_ratio: new Real(1),
      interpolation: linear,
      mask_interpolation: nearest,
    },
  }),
  RandomContrast: (transform, context) => brightnessContrast(none, reals(rangeOf(transform, 'contrastLimit')), context),
  // Until 0.1.3 brightness was a multiplication, which is what contrast is in 2.0.8.
  RandomBrightness: (transform, context) => {
    const limit = reals(rangeOf(transform, 'brightnessLimit'));
    return context.profile === 'paper'
      ? brightnessContrast(none, limit, context)
      : brightnessContrast(limit, none, context);
  },
  RandomGamma: (transform, { version }) => ({
    className: transform.name,
    arguments: { [named('gamma', version)]: reals(rangeOf(transform, 'gammaLimit')) },
  }),
  CLAHE: (transform, { version }) => ({
    className: transform.name,
    arguments: {
      [named('clip', version)]: reals(rangeOf(transform, 'clipLimit')),
      tile_grid_size: rangeOf(transform, 'tileGridSize'),
    },
  }),
  Blur: (transform, { version }) => ({
    className: transform.name,
    arguments: { [named('blur', version)]: rangeOf(transform, 'blurLimit') },
  }),
  GaussNoise: (transform, { profile }) => ({
    className: transform.name,
    arguments: { std_range: reals(noiseRange(transform, profile)), mean_range: none, per_channel: true },
  }),
};

/**
 * The class and arguments that compute what was judged (Albumentations 2.0.8, or albumentationsx from 2.2 on).
 *
 * @throws when the transform has no equivalent or its settings are not in the result.
 */
export function equivalentOf(transform: JudgedTransform, context: Context): Equivalent {
  const build = equivalents[transform.name];
  if (!build) {
    throw new Error(
      `Cannot export ${transform.name} to Albumentations: no equivalent is known. Leave it out of the pool, or export to safe-aug.`,
    );
  }
  return build(transform, context);
}

/** Limits became ranges in albumentationsx 2.2, with the same meaning; an unknown name only warns there and the default is used. */
function named(limit: string, version: AlbumentationsVersion): string {
  return `${limit}_${version === 'x' ? 'range' : 'limit'}`;
}

function same({ name }: JudgedTransform): Equivalent {
  return { className: name, arguments: {} };
}

function crop(transform: JudgedTransform): Equivalent {
  const sides = { height: numberOf(transform, 'height'), width: numberOf(transform, 'width') };
  return { className: transform.name, arguments: sides, resize: true };
}

/** ShiftScaleRotate of 2.x draws two scales and fills with black; Affine can keep one scale and mirror the picture. */
function affine(transform: JudgedTransform): Equivalent {
  const [smallest, largest] = rangeOf(transform, 'scaleLimit');
  const shift = reals(rangeOf(transform, 'shiftLimit'));
  return {
    className: 'Affine',
    arguments: {
      scale: reals([1 + smallest, 1 + largest]),
      translate_percent: { x: shift, y: shift },
      translate_px: null,
      rotate: reals(rangeOf(transform, 'rotateLimit')),
      keep_ratio: true,
      shear: none,
      interpolation: linear,
      mask_interpolation: nearest,
      fit_output: false,
      border_mode: reflect101,
      fill: 0,
      fill_mask: 0,
    },
  };
}

function brightnessContrast(brightness: Argument, contrast: Argument, { version }: Context): Equivalent {
  return {
    className: 'RandomBrightnessContrast',
    arguments: {
      [named('brightness', version)]: brightness,
      [named('contrast', version)]: contrast,
      brightness_by_max: true,
    },
  };
}
