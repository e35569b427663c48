import { broadcastShapes } from '../shape';
import { createTensor, type Operation, type Tensor } from '../tensor';

/** Element by element with broadcasting: whether two integers are the same. */
export const equalOperation: Operation<Record<string, never>> = { name: 'equal' };

/** @throws ShapeError when the shapes cannot be broadcast together. */
export function equal(a: Tensor<'int32'>, b: Tensor<'int32'>): Tensor<'bool'> {
  const shape = broadcastShapes('equal', a.shape, b.shape);
  return createTensor(equalOperation, [a, b], {}, { dtype: 'bool', shape });
}
