import { describe, expect, test } from 'vitest';
import { add } from '../../src/graph/ops/arithmetic';
import { argMax } from '../../src/graph/ops/argMax';
import { batchNorm } from '../../src/graph/ops/batchNorm';
import { broadcastTo } from '../../src/graph/ops/broadcastTo';
import { concat } from '../../src/graph/ops/concat';
import { constant, scalar } from '../../src/graph/ops/constant';
import { conv2d, conv2dFilterGrad, conv2dInputGrad } from '../../src/graph/ops/conv2d';
import { globalAveragePool, globalAveragePoolGrad } from '../../src/graph/ops/globalAveragePool';
import { input } from '../../src/graph/ops/input';
import { matMul } from '../../src/graph/ops/matMul';
import { reduceSum } from '../../src/graph/ops/reduceSum';
import { reluGrad } from '../../src/graph/ops/relu';
import { reshape } from '../../src/graph/ops/reshape';
import { softmax } from '../../src/graph/ops/softmax';
import { split } from '../../src/graph/ops/split';
import { transpose } from '../../src/graph/ops/transpose';
import { ShapeError } from '../../src/graph/shape';
import type { FloatTensor } from '../../src/graph/tensor';

const float = (...shape: number[]): FloatTensor => input('float32', shape);
const same = { stride: 1, padding: 1 };

describe('shapes', () => {
  test.each([
    ['conv2d', conv2d(float(2, 3, 9, 8), float(5, 3, 3, 3), { stride: 2, padding: 1 }), [2, 5, 5, 4]],
    ['a broadcast sum', add(float(4, 1, 3), float(2, 1)), [4, 2, 3]],
    ['matMul', matMul(float(3, 2), float(4, 3), { transposeA: true, transposeB: true }), [2, 4]],
    ['transpose', transpose(float(1, 2, 3), [2, 0, 1]), [3, 1, 2]],
    ['concat', concat([float(2, 3), float(2, 1)], 1), [2, 4]],
    ['split', split(float(2, 5), 1, [2, 3])[1], [2, 3]],
    ['reduceSum', reduceSum(float(2, 3, 4), [1]), [2, 4]],
    ['a total', reduceSum(float(2, 3)), []],
    ['argMax', argMax(float(2, 3)), [2]],
    ['globalAveragePool', globalAveragePool(float(2, 3, 4, 5)), [2, 3]],
  ])('of %s', (_, tensor, shape) => expect(tensor.shape).toEqual(shape));
});

describe('shapes that do not fit are refused, and both are named', () => {
  test.each<[string, () => unknown, string]>([
    ['add', () => add(float(2, 3), float(2)), 'add: [2, 3] and [2] cannot be broadcast together.'],
    [
      'conv2d',
      () => conv2d(float(8, 3, 32, 32), float(16, 4, 3, 3), same),
      'conv2d: input [8, 3, 32, 32] and weights [16, 4, 3, 3] do not fit: 3 channels against 4.',
    ],
    [
      'a kernel that is too large',
      () => conv2d(float(1, 1, 2, 2), float(1, 1, 5, 5), same),
      'input [1, 1, 2, 2] and weights [1, 1, 5, 5]: the kernel is larger than the image with padding 1.',
    ],
    [
      'a kernel that is not square',
      () => conv2d(float(1, 1, 9, 9), float(1, 1, 3, 5), same),
      'input [1, 1, 9, 9] and weights [1, 1, 3, 5]: the kernel is not square.',
    ],
    [
      'a bias',
      () => conv2d(float(1, 1, 9, 9), float(4, 1, 3, 3), same, float(5)),
      'conv2d: bias [5] and output channels [4] differ.',
    ],
    [
      'conv2dInputGrad',
      () => conv2dInputGrad(float(1, 4, 8, 8), float(4, 2, 3, 3), [1, 2, 9, 9], same),
      'conv2dInputGrad: gradient [1, 4, 8, 8] and output [1, 4, 9, 9] differ.',
    ],
    [
      'conv2dFilterGrad',
      () => conv2dFilterGrad(float(1, 2, 9, 9), float(1, 4, 9, 8), [4, 2, 3, 3], same),
      'conv2dFilterGrad: gradient [1, 4, 9, 8] and output [1, 4, 9, 9] differ.',
    ],
    ['batchNorm', () => batchNorm(float(1, 2, 3, 3), float(3), float(2), { epsilon: 1 }), 'scale [3] and channels [2]'],
    ['reluGrad', () => reluGrad(float(2), float(3)), 'reluGrad: gradient [2] and output [3] differ.'],
    [
      'matMul',
      () => matMul(float(2, 3), float(2, 4)),
      'matMul: [2, 3] and [2, 4] do not fit: 3 columns against 2 rows.',
    ],
    ['matMul of vectors', () => matMul(float(3), float(3, 4)), 'left matrix [3] has 1 axes instead of 2.'],
    ['reshape', () => reshape(float(2, 3), [4]), 'reshape: [2, 3] has 6 elements, [4] has 4.'],
    ['transpose', () => transpose(float(2, 3), [0, 0]), 'transpose: [0, 0] is not an order of the axes of [2, 3].'],
    ['concat', () => concat([float(2, 3), float(3, 3)], 1), 'concat: [2, 3] and [3, 3] differ in more than axis 1.'],
    ['concat of nothing', () => concat([], 0), 'nothing to join'],
    ['split', () => split(float(5), 0, [2, 2]), 'split: sizes [2, 2] add up to 4, not axis 0 of [5].'],
    ['reduceSum', () => reduceSum(float(2), [1]), 'reduceSum: [2] has no axis 1.'],
    ['broadcastTo', () => broadcastTo(float(2, 3), [3]), 'broadcastTo: [2, 3] does not fit into [3].'],
    ['softmax of a scalar', () => softmax(scalar(1)), 'softmax: [] has no axis -1.'],
    ['globalAveragePool', () => globalAveragePool(float(2, 3)), 'input [2, 3] has 2 axes instead of 4.'],
    [
      'globalAveragePoolGrad',
      () => globalAveragePoolGrad(float(2, 3), [2, 4, 5, 5]),
      'gradient [2, 3] does not belong to input [2, 4, 5, 5].',
    ],
    ['constant', () => constant('float32', new Float32Array(3), [2]), 'constant: 3 values do not fill [2].'],
  ])('%s', (_, build, message) => {
    expect(build).toThrow(ShapeError);
    expect(build).toThrow(message);
  });
});
