import { formatShape, ShapeError } from '../shape';
import { createTensor, type DType, type Operation, type Tensor } from '../tensor';

export interface TransposeAttributes {
  /** Axis i of the result is axis order[i] of the input. */
  readonly order: readonly number[];
}

/** Axes in another order. */
export const transposeOperation: Operation<TransposeAttributes> = {
  name: 'transpose',
  gradient: ({ attributes: { order } }, [dy]) => [
    dy &&
      transpose(
        dy,
        order.map((_, axis) => order.indexOf(axis)),
      ),
  ],
};

/** @throws ShapeError when `order` does not name every axis once. */
export function transpose<D extends DType>(x: Tensor<D>, order: readonly number[]): Tensor<D> {
  if (order.length !== x.shape.length || x.shape.some((_, axis) => !order.includes(axis))) {
    throw new ShapeError(`transpose: ${formatShape(order)} is not an order of the axes of ${formatShape(x.shape)}.`);
  }
  return createTensor(
    transposeOperation,
    [x],
    { order },
    { dtype: x.dtype, shape: order.map((axis) => x.shape[axis]) },
  );
}
