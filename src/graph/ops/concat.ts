import { formatShape, requireAxis, ShapeError } from '../shape';
import { createTensor, type DType, type Operation, type Tensor } from '../tensor';

export interface ConcatAttributes {
  readonly axis: number;
}

/** Tensors one after another along an axis. */
export const concatOperation: Operation<ConcatAttributes> = { name: 'concat' };

/** @throws ShapeError when any other axis differs. */
export function concat<D extends DType>(parts: readonly Tensor<D>[], axis: number): Tensor<D> {
  if (parts.length === 0) throw new ShapeError('concat: there is nothing to join.');
  const first = parts[0];
  requireAxis('concat', first.shape, axis);
  for (const part of parts) {
    const fits =
      part.shape.length === first.shape.length && part.shape.every((size, i) => i === axis || size === first.shape[i]);
    if (!fits) {
      throw new ShapeError(
        `concat: ${formatShape(first.shape)} and ${formatShape(part.shape)} differ in more than axis ${axis}.`,
      );
    }
  }
  const total = parts.reduce((sum, part) => sum + part.shape[axis], 0);
  const shape = first.shape.map((size, i) => (i === axis ? total : size));
  return createTensor(concatOperation, parts, { axis }, { dtype: first.dtype, shape });
}
