import { formatShape, requireAxis, ShapeError } from '../shape';
import { createNode, type DType, type Operation, type Tensor } from '../tensor';
import { concat } from './concat';
import { zeros } from './constant';

export interface SplitAttributes {
  readonly axis: number;
  readonly sizes: readonly number[];
}

/** A tensor cut into consecutive pieces along an axis. */
export const splitOperation: Operation<SplitAttributes> = {
  name: 'split',
  gradient: ({ attributes: { axis }, outputs }, gradients) => [
    concat(
      outputs.map((piece, i) => gradients[i] ?? zeros(piece.shape)),
      axis,
    ),
  ],
};

/** @throws ShapeError when the sizes do not add up to the axis. */
export function split<D extends DType>(x: Tensor<D>, axis: number, sizes: readonly number[]): Tensor<D>[] {
  requireAxis('split', x.shape, axis);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total !== x.shape[axis]) {
    throw new ShapeError(
      `split: sizes ${formatShape(sizes)} add up to ${total}, not axis ${axis} of ${formatShape(x.shape)}.`,
    );
  }
  const pieces = sizes.map((size) => ({
    dtype: x.dtype,
    shape: x.shape.map((whole, i) => (i === axis ? size : whole)),
  }));
  return createNode(splitOperation, [x], { axis, sizes }, pieces).outputs as Tensor<D>[];
}
