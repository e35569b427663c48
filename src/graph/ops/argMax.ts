import { requireAxis } from '../shape';
import { createTensor, type FloatTensor, type Operation, type Tensor } from '../tensor';

/** Where the greatest element of the last axis is; the first of equals. */
export const argMaxOperation: Operation<Record<string, never>> = { name: 'argMax' };

/** @throws ShapeError for a scalar. */
export function argMax(x: FloatTensor): Tensor<'int32'> {
  requireAxis('argMax', x.shape, x.shape.length - 1);
  return createTensor(argMaxOperation, [x], {}, { dtype: 'int32', shape: x.shape.slice(0, -1) });
}
