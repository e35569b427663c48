import { createTensor, floatOutputs, type FloatTensor, type Operation } from '../tensor';
import { multiply, subtract } from './arithmetic';
import { scalar } from './constant';

/** 1 / (1 + e^−x) of every element. */
export const sigmoidOperation: Operation<Record<string, never>> = {
  name: 'sigmoid',
  gradient: (node, [dy]) => {
    const [y] = floatOutputs(node);
    return [dy && multiply(dy, multiply(y, subtract(scalar(1), y)))];
  },
};

export function sigmoid(x: FloatTensor): FloatTensor {
  return createTensor(sigmoidOperation, [x], {}, { dtype: 'float32', shape: x.shape });
}
