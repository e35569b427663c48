import { defineTransform } from '../defineTransform';
import { maskAsImage } from '../image';
import { rotateQuarterTurns } from '../kernels/quarterTurns';

export interface RandomRotate90Params {
  /** Quarter turns counter-clockwise, 0..3. */
  readonly factor: number;
}

/** Turns by 0, 90, 180 or 270 degrees; a picture that is not square changes its shape with odd factors. */
export const randomRotate90 = defineTransform<RandomRotate90Params>('RandomRotate90', 'orientation', () => ({
  kind: 'geometric',
  settings: {},
  sizeDependent: false,
  sample: (random) => ({ factor: random.integer(0, 3) }),
  sampleEffective: (random) => ({ factor: random.integer(1, 3) }),
  outcomes: ['90°', '180°', '270°'],
  outcomeOf: ({ factor }) => `${factor * 90}°`,
  apply: (image, { factor }) => rotateQuarterTurns(image, factor),
  applyToMask: (mask, { factor }) => rotateQuarterTurns(maskAsImage(mask), factor),
}));
