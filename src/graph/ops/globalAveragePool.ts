import { formatShape, requireRank, ShapeError } from '../shape';
import { createTensor, floatInputs, type FloatTensor, type Operation, type Shape } from '../tensor';

/** The mean over height and width: [N, C, H, W] → [N, C]. */
export const globalAveragePoolOperation: Operation<Record<string, never>> = {
  name: 'globalAveragePool',
  gradient: (node, [dy]) => [dy && globalAveragePoolGrad(dy, floatInputs(node)[0].shape)],
};

/** @throws ShapeError when x does not have four axes. */
export function globalAveragePool(x: FloatTensor): FloatTensor {
  requireRank('globalAveragePool', 'input', x.shape, 4);
  return createTensor(globalAveragePoolOperation, [x], {}, { dtype: 'float32', shape: x.shape.slice(0, 2) });
}

/** dy / (H × W) at every pixel: [N, C] → [N, C, H, W]. */
export const globalAveragePoolGradOperation: Operation<Record<string, never>> = { name: 'globalAveragePoolGrad' };

/** @throws ShapeError when dy and the input do not belong together. */
export function globalAveragePoolGrad(dy: FloatTensor, inputShape: Shape): FloatTensor {
  if (dy.shape.length !== 2 || dy.shape[0] !== inputShape[0] || dy.shape[1] !== inputShape[1]) {
    throw new ShapeError(
      `globalAveragePoolGrad: gradient ${formatShape(dy.shape)} does not belong to input ${formatShape(inputShape)}.`,
    );
  }
  return createTensor(globalAveragePoolGradOperation, [dy], {}, { dtype: 'float32', shape: inputShape });
}
