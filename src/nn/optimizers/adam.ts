import { add, divide, multiply, subtract } from '../../graph/ops/arithmetic';
import { concat } from '../../graph/ops/concat';
import { scalar } from '../../graph/ops/constant';
import { split } from '../../graph/ops/split';
import { sqrt } from '../../graph/ops/sqrt';
import type { FloatTensor } from '../../graph/tensor';
import type { Optimizer } from '../optimizer';

export interface AdamOptions {
  /** Decay of the average of gradients; 0..1. Default 0.9. */
  readonly beta1?: number;
  /** Decay of the average of squared gradients; 0..1. Default 0.999. */
  readonly beta2?: number;
  /** Added to the root of the second average. Default 1e-8. */
  readonly epsilon?: number;
  /** L2, as part of the gradient. Default 0. */
  readonly weightDecay?: number;
}

/**
 * Adam (D. Kingma, J. Ba 2015), as `torch.optim.Adam`. Its state is both averages and, instead of a step count, the two
 * factors 1 − βᵗ that correct them, so that it can start from zeros like every state.
 */
export function adam({ beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, weightDecay = 0 }: AdamOptions = {}): Optimizer {
  return {
    stateLength: (parameterCount) => 2 * parameterCount + 2,
    update: ({ parameters, gradient, state, learningRate, decayed }) => {
      const [count] = parameters.shape;
      const [mean, square, correction1, correction2] = split(state, 0, [count, count, 1, 1]);
      const slope = add(gradient, multiply(multiply(decayed, scalar(weightDecay)), parameters));
      const newMean = average(mean, slope, beta1);
      const newSquare = average(square, multiply(slope, slope), beta2);
      const newCorrection1 = average(correction1, scalar(1), beta1);
      const newCorrection2 = average(correction2, scalar(1), beta2);
      const deviation = add(sqrt(divide(newSquare, newCorrection2)), scalar(epsilon));
      const direction = divide(divide(newMean, newCorrection1), deviation);
      return {
        parameters: subtract(parameters, multiply(direction, learningRate)),
        state: concat([newMean, newSquare, newCorrection1, newCorrection2], 0),
      };
    },
  };
}

/** decay × old + (1 − decay) × value. */
function average(old: FloatTensor, value: FloatTensor, decay: number): FloatTensor {
  return add(multiply(old, scalar(decay)), multiply(value, scalar(1 - decay)));
}
