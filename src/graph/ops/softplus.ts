import { createTensor, floatInputs, type FloatTensor, type Operation } from '../tensor';
import { multiply } from './arithmetic';
import { sigmoid } from './sigmoid';

/** log(1 + e^x) of every element, without overflow: a ReLU without a kink, and the log of a sigmoid's denominator. */
export const softplusOperation: Operation<Record<string, never>> = {
  name: 'softplus',
  gradient: (node, [dy]) => [dy && multiply(dy, sigmoid(floatInputs(node)[0]))],
};

export function softplus(x: FloatTensor): FloatTensor {
  return createTensor(softplusOperation, [x], {}, { dtype: 'float32', shape: x.shape });
}
