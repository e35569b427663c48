import { createTensor, type DType, type Operation, type Tensor } from '../tensor';

/** The same values in another element type; true becomes 1, and floats lose their fraction. */
export const castOperation: Operation<Record<string, never>> = { name: 'cast' };

export function cast<D extends DType>(x: Tensor, dtype: D): Tensor<D> {
  return createTensor(castOperation, [x], {}, { dtype, shape: x.shape });
}
