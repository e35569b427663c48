import type { TransformDefinition } from './transform';
import { horizontalFlip } from './transforms/horizontalFlip';
import { verticalFlip } from './transforms/verticalFlip';
import { randomRotate90 } from './transforms/randomRotate90';
import { transposition } from './transforms/transpose';

/** Every transform that a pool may hold, in the order of the paper (appendix, list of 15). A new transform is one more line. */
export const registry: readonly TransformDefinition[] = [horizontalFlip, verticalFlip, randomRotate90, transposition];
