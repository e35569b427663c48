import { broadcastShapes } from '../shape';
import { createTensor, floatInputs, floatOutputs, type FloatTensor, type Operation } from '../tensor';
import { scalar } from './constant';
import { sumTo } from './reduceSum';

type NoAttributes = Record<string, never>;

/** Element by element with broadcasting: a + b. */
export const addOperation: Operation<NoAttributes> = {
  name: 'add',
  gradient: (node, [dy]) => floatInputs(node).map((x) => dy && sumTo(dy, x.shape)),
};

/** Element by element with broadcasting: a − b. */
export const subtractOperation: Operation<NoAttributes> = {
  name: 'subtract',
  gradient: (node, [dy]) => {
    const [a, b] = floatInputs(node);
    return dy ? [sumTo(dy, a.shape), multiply(sumTo(dy, b.shape), scalar(-1))] : [];
  },
};

/** Element by element with broadcasting: a × b. */
export const multiplyOperation: Operation<NoAttributes> = {
  name: 'multiply',
  gradient: (node, [dy]) => {
    const [a, b] = floatInputs(node);
    return dy ? [sumTo(multiply(dy, b), a.shape), sumTo(multiply(dy, a), b.shape)] : [];
  },
};

/** Element by element with broadcasting: a ÷ b. */
export const divideOperation: Operation<NoAttributes> = {
  name: 'divide',
  gradient: (node, [dy]) => {
    const [a, b] = floatInputs(node);
    const [quotient] = floatOutputs(node);
    if (!dy) return [];
    const da = divide(dy, b);
    return [sumTo(da, a.shape), multiply(sumTo(multiply(da, quotient), b.shape), scalar(-1))];
  },
};

/** Element by element with broadcasting, the greater of a and b. It keeps counts from being 0, and has no gradient. */
export const maximumOperation: Operation<NoAttributes> = { name: 'maximum' };

/** @throws ShapeError when the shapes cannot be broadcast together; so do the others here. */
export const add = (a: FloatTensor, b: FloatTensor): FloatTensor => elementwise(addOperation, a, b);
export const subtract = (a: FloatTensor, b: FloatTensor): FloatTensor => elementwise(subtractOperation, a, b);
export const multiply = (a: FloatTensor, b: FloatTensor): FloatTensor => elementwise(multiplyOperation, a, b);
export const divide = (a: FloatTensor, b: FloatTensor): FloatTensor => elementwise(divideOperation, a, b);
export const maximum = (a: FloatTensor, b: FloatTensor): FloatTensor => elementwise(maximumOperation, a, b);

function elementwise(operation: Operation<NoAttributes>, a: FloatTensor, b: FloatTensor): FloatTensor {
  return createTensor(
    operation,
    [a, b],
    {},
    { dtype: 'float32', shape: broadcastShapes(operation.name, a.shape, b.shape) },
  );
}
