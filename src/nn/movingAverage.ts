import { add, multiply, subtract } from '../graph/ops/arithmetic';
import { scalar } from '../graph/ops/constant';
import type { FloatTensor } from '../graph/tensor';

/**
 * The weight of the old average after `step` steps (0 after the first): min(max, (1 + step) / (10 + step)), so that the
 * random start is forgotten soon. Tensorflow's `ExponentialMovingAverage(num_updates)`.
 */
export function averageDecay(step: number, max = 0.998): number {
  return Math.min(max, (1 + step) / (10 + step));
}

/** decay × averaged + (1 − decay) × values, in the form that leaves equal values exactly equal. */
export function movingAverage(averaged: FloatTensor, values: FloatTensor, decay: FloatTensor): FloatTensor {
  return add(averaged, multiply(subtract(values, averaged), subtract(scalar(1), decay)));
}
