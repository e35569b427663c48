import { formatShape, ShapeError, sizeOf } from '../shape';
import {
  createTensor,
  type DataOf,
  type DType,
  type FloatTensor,
  type Operation,
  type Shape,
  type Tensor,
} from '../tensor';

export interface ConstantAttributes {
  readonly data: DataOf<DType>;
}

/** A value that is part of the program. */
export const constantOperation: Operation<ConstantAttributes> = { name: 'constant' };

/** @throws ShapeError when the data does not fill the shape exactly. */
export function constant<D extends DType>(dtype: D, data: DataOf<D>, shape: Shape): Tensor<D> {
  if (data.length !== sizeOf(shape)) {
    throw new ShapeError(`constant: ${data.length} values do not fill ${formatShape(shape)}.`);
  }
  return createTensor(constantOperation, [], { data }, { dtype, shape });
}

export function scalar(value: number): FloatTensor {
  return constant('float32', Float32Array.of(value), []);
}

/** A vector of constants. */
export function vector(values: readonly number[]): FloatTensor {
  return constant('float32', Float32Array.from(values), [values.length]);
}

export function zeros(shape: Shape): FloatTensor {
  return constant('float32', new Float32Array(sizeOf(shape)), shape);
}
