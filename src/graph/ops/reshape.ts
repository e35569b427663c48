import { formatShape, ShapeError, sizeOf } from '../shape';
import { createTensor, floatInputs, type DType, type Operation, type Shape, type Tensor } from '../tensor';

/** The same values in the same order under another shape. */
export const reshapeOperation: Operation<Record<string, never>> = {
  name: 'reshape',
  gradient: (node, [dy]) => [dy && reshape(dy, floatInputs(node)[0].shape)],
};

/** @throws ShapeError when the number of elements would change. */
export function reshape<D extends DType>(x: Tensor<D>, shape: Shape): Tensor<D> {
  if (sizeOf(shape) !== sizeOf(x.shape)) {
    throw new ShapeError(
      `reshape: ${formatShape(x.shape)} has ${sizeOf(x.shape)} elements, ${formatShape(shape)} has ${sizeOf(shape)}.`,
    );
  }
  return createTensor(reshapeOperation, [x], {}, { dtype: x.dtype, shape });
}
