import { add, multiply, subtract } from '../../graph/ops/arithmetic';
import { scalar } from '../../graph/ops/constant';
import type { Optimizer } from '../optimizer';

export interface SgdOptions {
  /** Share of the last step that is kept; 0..1. Default 0.9. */
  readonly momentum?: number;
  /** Default 5e-4. */
  readonly weightDecay?: number;
}

/** Stochastic gradient descent with Nesterov momentum and L2 weight decay, as `torch.optim.SGD(nesterov=True)`. */
export function sgd({ momentum = 0.9, weightDecay = 5e-4 }: SgdOptions = {}): Optimizer {
  return {
    stateLength: (parameterCount) => parameterCount,
    update: ({ parameters, gradient, state, learningRate, decayed }) => {
      const decay = multiply(multiply(decayed, scalar(weightDecay)), parameters);
      const slope = add(gradient, decay);
      const velocity = add(multiply(state, scalar(momentum)), slope);
      const direction = add(slope, multiply(velocity, scalar(momentum)));
      return { parameters: subtract(parameters, multiply(direction, learningRate)), state: velocity };
    },
  };
}
