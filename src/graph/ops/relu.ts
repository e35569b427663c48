import { requireSameShape } from '../shape';
import { createTensor, floatOutputs, type FloatTensor, type Operation } from '../tensor';

/** max(x, 0) of every element. */
export const reluOperation: Operation<Record<string, never>> = {
  name: 'relu',
  gradient: (node, [dy]) => [dy && reluGrad(dy, floatOutputs(node)[0])],
};

export function relu(x: FloatTensor): FloatTensor {
  return createTensor(reluOperation, [x], {}, { dtype: 'float32', shape: x.shape });
}

/** dy where y > 0, else 0; the gradient at the kink is 0, as in PyTorch. */
export const reluGradOperation: Operation<Record<string, never>> = { name: 'reluGrad' };

/**
 * @param y what `relu` gave
 * @throws ShapeError when the shapes differ.
 */
export function reluGrad(dy: FloatTensor, y: FloatTensor): FloatTensor {
  requireSameShape('reluGrad', 'gradient', dy.shape, 'output', y.shape);
  return createTensor(reluGradOperation, [dy, y], {}, { dtype: 'float32', shape: y.shape });
}
