import { createTensor, type DType, type Operation, type Shape, type Tensor } from '../tensor';

/** A value that is fed from outside at every run. */
export const inputOperation: Operation<Record<string, never>> = { name: 'input' };

export function input<D extends DType>(dtype: D, shape: Shape): Tensor<D> {
  return createTensor(inputOperation, [], {}, { dtype, shape });
}
