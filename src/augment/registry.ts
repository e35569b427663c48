import type { TransformDefinition } from './transform';
import { blur } from './transforms/blur';
import { centerCrop } from './transforms/centerCrop';
import { clahe } from './transforms/clahe';
import { gaussNoise } from './transforms/gaussNoise';
import { horizontalFlip } from './transforms/horizontalFlip';
import { randomBrightness } from './transforms/randomBrightness';
import { randomContrast } from './transforms/randomContrast';
import { randomCrop } from './transforms/randomCrop';
import { randomGamma } from './transforms/randomGamma';
import { randomRotate90 } from './transforms/randomRotate90';
import { randomSizedCrop } from './transforms/randomSizedCrop';
import { shiftScaleRotate } from './transforms/shiftScaleRotate';
import { toGray } from './transforms/toGray';
import { transpose } from './transforms/transpose';
import { verticalFlip } from './transforms/verticalFlip';

/** Every transform that a pool may hold, in the order of the paper's list of 15. A new transform is one more line. */
export const registry: readonly TransformDefinition[] = [
  horizontalFlip,
  verticalFlip,
  randomRotate90,
  transpose,
  toGray,
  shiftScaleRotate,
  randomCrop,
  centerCrop,
  randomSizedCrop,
  randomContrast,
  randomBrightness,
  randomGamma,
  clahe,
  blur,
  gaussNoise,
];
