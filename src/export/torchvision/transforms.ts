import type { Profile } from '../../protocol/vocabulary';
import type { JudgedTransform } from '../judgedSet';
import { noiseRange } from '../noiseRange';
import type { Expression } from '../python/expression';
import { float, floats } from '../python/literal';
import { numberOf, rangeOf } from '../settings';

/** What torchvision.transforms.v2 has for a judged transform. */
export type TorchvisionEquivalent =
  | {
      readonly code: Expression;
      /** How it differs from what was judged; null when it computes the same up to rounding. */
      readonly approximation: string | null;
      /** A function that the code names; it may use torch, tv_tensors and v2. */
      readonly helper?: string;
    }
  | {
      /** Why there is none. */
      readonly missing: string;
    };

interface Context {
  readonly profile: Profile;
  /** The side at which pictures were judged. */
  readonly size: number;
}

type Build = (transform: JudgedTransform, context: Context) => TorchvisionEquivalent;

const equivalents: Readonly<Record<string, Build>> = {
  HorizontalFlip: () => exact({ call: 'v2.RandomHorizontalFlip', keywords: { p: '1.0' } }),
  VerticalFlip: () => exact({ call: 'v2.RandomVerticalFlip', keywords: { p: '1.0' } }),
  RandomRotate90: () =>
    exact({
      call: 'v2.RandomChoice',
      positional: [{ items: [0, 90, 180, 270].map((angle) => ({ value: turn(angle) })) }],
    }),
  // Turned counter-clockwise and flipped top to bottom, rows become columns.
  Transpose: () => exact(inTurn(turn(90), { call: 'v2.RandomVerticalFlip', keywords: { p: '1.0' } })),
  ToGray: () => exact({ call: 'v2.RandomGrayscale', keywords: { p: '1.0' } }),
  ShiftScaleRotate: affine,
  RandomCrop: crop,
  CenterCrop: crop,
  RandomSizedCrop: (transform, { size }) => {
    const [smallest, largest] = rangeOf(transform, 'minMaxHeight');
    const scale = floats([(smallest / size) ** 2, (largest / size) ** 2]);
    return {
      code: { call: 'v2.RandomResizedCrop', keywords: { size: pair(size), scale, ratio: '(1.0, 1.0)' } },
      approximation: 'areas are uniform here, sides were when it was judged.',
    };
  },
  // torchvision's contrast turns about the mean; what was judged scales about zero, which torchvision calls brightness.
  RandomContrast: (transform, { profile }) =>
    profile === 'modern'
      ? exact(jitter('brightness', rangeOf(transform, 'contrastLimit')))
      : {
          code: jitter('contrast', rangeOf(transform, 'contrastLimit')),
          approximation: 'this contrast keeps the mean; the one that was judged adds three times its change.',
        },
  RandomBrightness: (transform, { profile }) =>
    profile === 'paper'
      ? exact(jitter('brightness', rangeOf(transform, 'brightnessLimit')))
      : {
          code: jitter('brightness', rangeOf(transform, 'brightnessLimit')),
          approximation: 'this brightness multiplies; the one that was judged adds a constant.',
        },
  RandomGamma: (transform) => {
    const [low, high] = rangeOf(transform, 'gammaLimit');
    return {
      code: { call: 'v2.Lambda', positional: ['random_gamma'] },
      approximation: null,
      helper: gammaFunction(low / 100, high / 100),
    };
  },
  CLAHE: () => ({ missing: 'torchvision has no adaptive histogram equalisation' }),
  Blur: (transform) => {
    const [smallest, largest] = rangeOf(transform, 'blurLimit');
    // A box of k pixels has the variance (k² − 1) / 12.
    const sigma = [smallest, largest].map((k) => Math.sqrt((k * k - 1) / 12));
    return {
      code: { call: 'v2.GaussianBlur', keywords: { kernel_size: String(largest), sigma: floats(sigma) } },
      approximation: 'a Gaussian of the same variance; a box was judged.',
    };
  },
  GaussNoise: (transform, { profile }) => {
    const [low, high] = noiseRange(transform, profile);
    const noise = { call: 'v2.GaussianNoise', keywords: { sigma: float((low + high) / 2) } };
    return {
      code: inTurn(toDtype('torch.float32'), noise, toDtype('torch.uint8')),
      approximation: `always the middle strength; ${float(low)} to ${float(high)} was judged. Needs tensors and torchvision 0.20 or newer.`,
    };
  },
};

/** Of a judged transform the nearest thing in torchvision; `missing` also for those that nobody has written down yet. */
export function torchvisionEquivalent(transform: JudgedTransform, context: Context): TorchvisionEquivalent {
  const build = equivalents[transform.name];
  return build ? build(transform, context) : { missing: 'no torchvision equivalent is known' };
}

function exact(code: Expression): TorchvisionEquivalent {
  return { code, approximation: null };
}

function inTurn(...steps: readonly Expression[]): Expression {
  return { call: 'v2.Compose', positional: [{ items: steps.map((value) => ({ value })) }] };
}

function turn(angle: number): Expression {
  return { call: 'v2.RandomRotation', positional: [pair(angle)] };
}

function pair(value: number): string {
  return `(${value}, ${value})`;
}

function jitter(kind: 'brightness' | 'contrast', [low, high]: readonly [number, number]): Expression {
  return { call: 'v2.ColorJitter', keywords: { [kind]: floats([1 + low, 1 + high]) } };
}

function toDtype(dtype: string): Expression {
  return { call: 'v2.ToDtype', positional: [dtype], keywords: { scale: 'True' } };
}

function crop(transform: JudgedTransform, { size }: Context): TorchvisionEquivalent {
  const sides = `(${numberOf(transform, 'height')}, ${numberOf(transform, 'width')})`;
  return exact(
    inTurn({ call: `v2.${transform.name}`, positional: [sides] }, { call: 'v2.Resize', positional: [pair(size)] }),
  );
}

/** RandomAffine cannot mirror the border, so the picture is mirrored outwards first: black corners would give the transform away. */
function affine(transform: JudgedTransform, { size }: Context): TorchvisionEquivalent {
  const border = Math.floor(size / 2);
  const [, shift] = rangeOf(transform, 'shiftLimit');
  const [smallest, largest] = rangeOf(transform, 'scaleLimit');
  const translate = floats([(shift * size) / (size + 2 * border), (shift * size) / (size + 2 * border)]);
  return {
    code: inTurn(
      { call: 'v2.Pad', positional: [String(border)], keywords: { padding_mode: '"reflect"' } },
      {
        call: 'v2.RandomAffine',
        keywords: {
          degrees: floats(rangeOf(transform, 'rotateLimit')),
          translate,
          scale: floats([1 + smallest, 1 + largest]),
          interpolation: 'v2.InterpolationMode.BILINEAR',
        },
      },
      { call: 'v2.CenterCrop', positional: [pair(size)] },
    ),
    approximation: 'other rounding of the bilinear weights.',
  };
}

/** torchvision has gamma only as a function, which refuses masks. The draw comes from torch's generator, which a DataLoader seeds in every worker. */
function gammaFunction(low: number, high: number): string {
  return `def random_gamma(image):
    if isinstance(image, tv_tensors.Mask):
        return image
    gamma = torch.empty(()).uniform_(${float(low)}, ${float(high)}).item()
    return v2.functional.adjust_gamma(image, gamma)
`;
}
