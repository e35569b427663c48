import { requireAxis } from '../shape';
import { createTensor, floatInputs, type FloatTensor, type Operation } from '../tensor';
import { multiply, subtract } from './arithmetic';
import { reduceSum } from './reduceSum';
import { reshape } from './reshape';

/** e^x / Σ e^x along the last axis; it makes the gradient of `logSoftmax`, and has none itself. */
export const softmaxOperation: Operation<Record<string, never>> = { name: 'softmax' };

/** @throws ShapeError for a scalar. */
export function softmax(x: FloatTensor): FloatTensor {
  requireAxis('softmax', x.shape, x.shape.length - 1);
  return createTensor(softmaxOperation, [x], {}, { dtype: 'float32', shape: x.shape });
}

/** x − log Σ e^x along the last axis, without overflow. */
export const logSoftmaxOperation: Operation<Record<string, never>> = {
  name: 'logSoftmax',
  gradient: (node, [dy]) => {
    const [x] = floatInputs(node);
    if (!dy) return [];
    const last = x.shape.length - 1;
    const sums = reshape(reduceSum(dy, [last]), [...x.shape.slice(0, last), 1]);
    return [subtract(dy, multiply(softmax(x), sums))];
  },
};

/** @throws ShapeError for a scalar. */
export function logSoftmax(x: FloatTensor): FloatTensor {
  requireAxis('logSoftmax', x.shape, x.shape.length - 1);
  return createTensor(logSoftmaxOperation, [x], {}, { dtype: 'float32', shape: x.shape });
}
