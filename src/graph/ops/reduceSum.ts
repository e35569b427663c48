import { requireAxis } from '../shape';
import { createTensor, floatInputs, type FloatTensor, type Operation, type Shape } from '../tensor';
import { broadcastTo } from './broadcastTo';
import { reshape } from './reshape';

export interface ReduceSumAttributes {
  /** The axes that are summed over and disappear. */
  readonly axes: readonly number[];
}

/** The sum over some axes. */
export const reduceSumOperation: Operation<ReduceSumAttributes> = {
  name: 'reduceSum',
  gradient: (node, [dy]) => {
    const [x] = floatInputs(node);
    const kept = x.shape.map((size, axis) => (node.attributes.axes.includes(axis) ? 1 : size));
    return [dy && broadcastTo(reshape(dy, kept), x.shape)];
  },
};

/** @throws ShapeError when an axis does not exist. */
export function reduceSum(x: FloatTensor, axes: readonly number[] = x.shape.map((_, axis) => axis)): FloatTensor {
  for (const axis of axes) requireAxis('reduceSum', x.shape, axis);
  if (axes.length === 0) return x;
  const shape = x.shape.filter((_, axis) => !axes.includes(axis));
  return createTensor(reduceSumOperation, [x], { axes }, { dtype: 'float32', shape });
}

/** Sums what broadcasting had repeated: the gradient of broadcasting `shape` up to the shape of x. */
export function sumTo(x: FloatTensor, shape: Shape): FloatTensor {
  const extra = x.shape.length - shape.length;
  const axes = x.shape
    .map((_, axis) => axis)
    .filter((axis) => axis < extra || (shape[axis - extra] === 1 && x.shape[axis] > 1));
  return axes.length === 0 ? x : reshape(reduceSum(x, axes), shape);
}
