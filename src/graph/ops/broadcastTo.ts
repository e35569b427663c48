import { broadcastShapes, formatShape, sameShape, ShapeError } from '../shape';
import { createTensor, type FloatTensor, type Operation, type Shape } from '../tensor';

/** Missing and 1-sized axes repeated to fill a shape; it makes gradients, and has none itself. */
export const broadcastToOperation: Operation<Record<string, never>> = { name: 'broadcastTo' };

/** @throws ShapeError when x cannot be broadcast to exactly this shape. */
export function broadcastTo(x: FloatTensor, shape: Shape): FloatTensor {
  if (sameShape(x.shape, shape)) return x;
  if (!sameShape(broadcastShapes('broadcastTo', x.shape, shape), shape)) {
    throw new ShapeError(`broadcastTo: ${formatShape(x.shape)} does not fit into ${formatShape(shape)}.`);
  }
  return createTensor(broadcastToOperation, [x], {}, { dtype: 'float32', shape });
}
