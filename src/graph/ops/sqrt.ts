import { createTensor, floatOutputs, type FloatTensor, type Operation } from '../tensor';
import { divide, multiply } from './arithmetic';
import { scalar } from './constant';

/** The square root of every element; the gradient at 0 is infinite. */
export const sqrtOperation: Operation<Record<string, never>> = {
  name: 'sqrt',
  gradient: (node, [dy]) => [dy && divide(multiply(dy, scalar(0.5)), floatOutputs(node)[0])],
};

export function sqrt(x: FloatTensor): FloatTensor {
  return createTensor(sqrtOperation, [x], {}, { dtype: 'float32', shape: x.shape });
}
