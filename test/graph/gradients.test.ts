import { describe, expect, test } from 'vitest';
import { gradients } from '../../src/graph/gradients';
import { operations } from '../../src/graph/operations';
import { add, divide, maximum, multiply, subtract } from '../../src/graph/ops/arithmetic';
import { batchNorm } from '../../src/graph/ops/batchNorm';
import { cast } from '../../src/graph/ops/cast';
import { constant } from '../../src/graph/ops/constant';
import { conv2d } from '../../src/graph/ops/conv2d';
import { globalAveragePool } from '../../src/graph/ops/globalAveragePool';
import { input } from '../../src/graph/ops/input';
import { matMul } from '../../src/graph/ops/matMul';
import { reduceSum } from '../../src/graph/ops/reduceSum';
import { relu } from '../../src/graph/ops/relu';
import { reshape } from '../../src/graph/ops/reshape';
import { sigmoid } from '../../src/graph/ops/sigmoid';
import { logSoftmax } from '../../src/graph/ops/softmax';
import { softplus } from '../../src/graph/ops/softplus';
import { split } from '../../src/graph/ops/split';
import { sqrt } from '../../src/graph/ops/sqrt';
import { transpose } from '../../src/graph/ops/transpose';
import { sizeOf } from '../../src/graph/shape';
import type { FloatTensor, Shape } from '../../src/graph/tensor';
import { createRandom } from '../../src/random/random';
import { evaluate } from './interpreter';

interface Case {
  readonly shapes: readonly Shape[];
  readonly build: (...inputs: FloatTensor[]) => FloatTensor;
  /** Inputs are drawn from this range; [−1, 1] by default. */
  readonly range?: readonly [number, number];
}

const cases: Record<string, Case> = {
  add: { shapes: [[2, 3], [3]], build: add },
  'add of 1-sized axes': {
    shapes: [
      [2, 1, 3],
      [1, 4, 1],
    ],
    build: add,
  },
  subtract: {
    shapes: [
      [2, 3],
      [2, 1],
    ],
    build: subtract,
  },
  multiply: { shapes: [[3], [2, 3]], build: multiply },
  'a square': { shapes: [[5]], build: (x) => multiply(x, x) },
  divide: { shapes: [[2, 3], [3]], build: divide, range: [0.5, 2] },
  sqrt: { shapes: [[4]], build: sqrt, range: [0.5, 2] },
  sigmoid: { shapes: [[5]], build: sigmoid, range: [-4, 4] },
  softplus: { shapes: [[5]], build: softplus, range: [-4, 4] },
  relu: { shapes: [[20]], build: relu },
  logSoftmax: { shapes: [[3, 4]], build: logSoftmax },
  reshape: { shapes: [[2, 6]], build: (x) => reshape(x, [3, 4]) },
  transpose: { shapes: [[2, 3, 4]], build: (x) => transpose(x, [2, 0, 1]) },
  split: {
    shapes: [[2, 6]],
    build: (x) => {
      const [a, , c] = split(x, 1, [2, 1, 3]);
      return multiply(reshape(a, [4, 1]), reshape(c, [1, 6]));
    },
  },
  reduceSum: { shapes: [[2, 3, 4]], build: (x) => reduceSum(x, [0, 2]) },
  globalAveragePool: { shapes: [[2, 3, 2, 2]], build: globalAveragePool },
  conv2d: { shapes: [[2, 2, 5, 4], [3, 2, 3, 3], [3]], build: (x, w, b) => conv2d(x, w, { stride: 1, padding: 1 }, b) },
  'conv2d with stride 2': {
    shapes: [
      [2, 2, 6, 5],
      [3, 2, 3, 3],
    ],
    build: (x, w) => conv2d(x, w, { stride: 2, padding: 1 }),
  },
  'conv2d of single pixels': {
    shapes: [
      [2, 3, 5, 5],
      [2, 3, 1, 1],
    ],
    build: (x, w) => conv2d(x, w, { stride: 2, padding: 0 }),
  },
  batchNorm: {
    shapes: [[3, 2, 2, 3], [2], [2]],
    build: (x, scale, shift) => batchNorm(x, scale, shift, { epsilon: 1e-3 }).y,
  },
};
for (const transposeA of [false, true]) {
  for (const transposeB of [false, true]) {
    cases[`matMul${transposeA ? ' A transposed' : ''}${transposeB ? ' B transposed' : ''}`] = {
      shapes: [transposeA ? [3, 2] : [2, 3], transposeB ? [4, 3] : [3, 4]],
      build: (a, b) => matMul(a, b, { transposeA, transposeB }),
    };
  }
}

describe('gradients against central differences in double precision', () => {
  test.each(Object.entries(cases))('%s', (_, { shapes, build, range = [-1, 1] }) => {
    const random = createRandom(1, 'gradients');
    const inputs = shapes.map((shape) => input('float32', shape));
    const output = build(...inputs);
    // A loss in which every output has a weight of its own.
    const weights = Float32Array.from({ length: sizeOf(output.shape) }, () => random.uniform(-1, 1));
    const loss = reduceSum(multiply(output, constant('float32', weights, output.shape)));
    const values = shapes.map((shape) => Float64Array.from({ length: sizeOf(shape) }, () => random.uniform(...range)));
    const feeds = new Map(inputs.map((tensor, i) => [tensor, values[i]] as const));

    const computed = evaluate(gradients(loss, inputs), feeds);
    const step = 1e-5;
    values.forEach((data, i) => {
      for (let j = 0; j < data.length; j++) {
        const at = data[j];
        const lossAt = (value: number): number => {
          data[j] = value;
          return evaluate([loss], feeds)[0][0];
        };
        const slope = (lossAt(at + step) - lossAt(at - step)) / (2 * step);
        data[j] = at;
        expect(Math.abs(computed[i][j] - slope), `input ${i}, element ${j}`).toBeLessThan(
          1e-8 + 1e-7 * Math.abs(slope),
        );
      }
    });
  });

  test('every operation with a gradient is among the cases', () => {
    const covered = Object.keys(cases).map((name) => name.split(' ')[0]);
    for (const [name, { gradient }] of Object.entries(operations)) if (gradient) expect(covered).toContain(name);
  });
});

describe('gradients', () => {
  const x = input('float32', [2, 2]);

  test('add up over all uses', () => {
    const loss = reduceSum(add(multiply(x, x), multiply(x, x)));
    const [dx] = evaluate(gradients(loss, [x]), new Map([[x, [1, 2, 3, 4]]]));
    expect([...dx]).toEqual([4, 8, 12, 16]);
  });

  test('of a loss that is not a scalar are refused', () => {
    expect(() => gradients(x, [x])).toThrow('the loss [2, 2] is not a scalar');
  });

  test('with respect to what the loss does not depend on are refused', () => {
    expect(() => gradients(reduceSum(x), [x, input('float32', [3])])).toThrow('does not depend on parameter 1 [3]');
  });

  test('through an operation that has none are refused by its name', () => {
    expect(() => gradients(reduceSum(maximum(x, x)), [x])).toThrow('through maximum, which has no gradient');
  });

  test('stop where nothing depends on a parameter', () => {
    const labels = cast(input('uint8', [2, 2]), 'float32');
    expect(gradients(reduceSum(multiply(x, labels)), [x])[0].shape).toEqual([2, 2]);
  });
});
