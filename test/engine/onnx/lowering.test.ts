import { describe, expect, test } from 'vitest';
import { createOnnxEngine } from '../../../src/engine/onnx/onnxEngine';
import { gradients } from '../../../src/graph/gradients';
import { operations } from '../../../src/graph/operations';
import { add, divide, maximum, multiply, subtract } from '../../../src/graph/ops/arithmetic';
import { argMax } from '../../../src/graph/ops/argMax';
import { batchNorm } from '../../../src/graph/ops/batchNorm';
import { broadcastTo } from '../../../src/graph/ops/broadcastTo';
import { cast } from '../../../src/graph/ops/cast';
import { concat } from '../../../src/graph/ops/concat';
import { constant, scalar } from '../../../src/graph/ops/constant';
import { conv2d } from '../../../src/graph/ops/conv2d';
import { equal } from '../../../src/graph/ops/equal';
import { globalAveragePool } from '../../../src/graph/ops/globalAveragePool';
import { input } from '../../../src/graph/ops/input';
import { matMul } from '../../../src/graph/ops/matMul';
import { reduceSum } from '../../../src/graph/ops/reduceSum';
import { relu } from '../../../src/graph/ops/relu';
import { reshape } from '../../../src/graph/ops/reshape';
import { sigmoid } from '../../../src/graph/ops/sigmoid';
import { logSoftmax, softmax } from '../../../src/graph/ops/softmax';
import { softplus } from '../../../src/graph/ops/softplus';
import { split } from '../../../src/graph/ops/split';
import { sqrt } from '../../../src/graph/ops/sqrt';
import { transpose } from '../../../src/graph/ops/transpose';
import { sizeOf } from '../../../src/graph/shape';
import type { FloatTensor, Tensor } from '../../../src/graph/tensor';
import { nodesBefore } from '../../../src/graph/traversal';
import { expectSameAsInterpreter } from './compare';

interface Case {
  readonly inputs: Record<string, Tensor>;
  readonly outputs: Record<string, Tensor>;
  readonly tolerance?: number;
}

const float = (...shape: number[]): FloatTensor => input('float32', shape);

/** The outputs and the gradients of a loss in which every element has its own weight. */
function withGradients(inputs: Record<string, FloatTensor>, y: FloatTensor): Case {
  const weights = constant(
    'float32',
    Float32Array.from({ length: sizeOf(y.shape) }, (_, i) => Math.sin(i + 1)),
    y.shape,
  );
  const all = gradients(reduceSum(multiply(y, weights)), Object.values(inputs));
  const named = Object.keys(inputs).map((name, i) => [`d ${name}`, all[i]]);
  return { inputs, outputs: { y, ...Object.fromEntries(named) } };
}

function elementwiseCase(): Case {
  const [a, b, c] = [float(2, 3, 4), float(3, 1), float(4)];
  const outputs = {
    add: add(a, b),
    subtract: subtract(a, c),
    multiply: multiply(b, a),
    divide: divide(a, add(multiply(b, b), scalar(1))),
    maximum: maximum(a, c),
    sqrt: sqrt(multiply(a, a)),
    sigmoid: sigmoid(a),
    softplus: softplus(a),
    relu: relu(a),
    softmax: softmax(a),
    logSoftmax: logSoftmax(a),
    broadcast: broadcastTo(b, [2, 3, 4]),
  };
  return { inputs: { a, b, c }, outputs };
}

function shapeCase(): Case {
  const a = float(2, 6, 3);
  const [first, , third] = split(a, 1, [1, 3, 2]);
  const outputs = {
    reshape: reshape(a, [4, 9]),
    transpose: transpose(a, [2, 0, 1]),
    concat: concat([third, first, a], 1),
    sum: reduceSum(a, [0, 2]),
    total: reduceSum(a),
  };
  return { inputs: { a }, outputs };
}

function integerCase(): Case {
  const [labels, pixels, logits] = [input('int32', [4, 1]), input('uint8', [2, 3]), float(4, 6)];
  const same = equal(labels, constant('int32', Int32Array.of(0, 1, 2, 3, 4, 5), [1, 6]));
  const outputs = { same, number: cast(same, 'float32'), pixels: cast(pixels, 'float32'), argMax: argMax(logits) };
  return { inputs: { labels, pixels, logits }, outputs };
}

function matMulCases(): Record<string, Case> {
  const cases: Record<string, Case> = {};
  for (const transposeA of [false, true]) {
    for (const transposeB of [false, true]) {
      const a = transposeA ? float(5, 4) : float(4, 5);
      const b = transposeB ? float(3, 5) : float(5, 3);
      cases[`matMul ${transposeA} ${transposeB}`] = withGradients({ a, b }, matMul(a, b, { transposeA, transposeB }));
    }
  }
  return cases;
}

/** Normalisation as it stands in a network: behind a convolution and before a ReLU. */
function batchNormCase(channels: number, side: number): Case {
  const x = float(4, 3, side, side);
  const [w, scale, shift] = [float(channels, 3, 3, 3), float(channels), float(channels)];
  const { y, mean, variance } = batchNorm(conv2d(x, w, { stride: 1, padding: 1 }), scale, shift, { epsilon: 1e-5 });
  const { inputs, outputs } = withGradients({ x, w, scale, shift }, y);
  return { inputs, outputs: { ...outputs, mean, variance }, tolerance: 1e-5 };
}

/** A residual block whose stride and sum exercise what the blocked layout fuses. */
function blockCase(channels: number, side: number): Case {
  const x = float(4, 3, side, side);
  const w = [
    float(channels, 3, 3, 3),
    float(channels, channels, 3, 3),
    float(channels, channels, 3, 3),
    float(channels, channels, 1, 1),
  ];
  const [scale, shift] = [float(channels), float(channels)];
  const layer = (y: FloatTensor, weights: FloatTensor, stride: number): FloatTensor => {
    const convolved = conv2d(y, weights, { stride, padding: (weights.shape[2] - 1) / 2 });
    return batchNorm(convolved, scale, shift, { epsilon: 1e-5 }).y;
  };
  const stem = softplus(layer(x, w[0], 1));
  const block = softplus(add(layer(softplus(layer(stem, w[1], 2)), w[2], 1), layer(stem, w[3], 2)));
  const inputs = { x, scale, shift, ...Object.fromEntries(w.map((tensor, i) => [`w${i}`, tensor])) };
  return { ...withGradients(inputs, globalAveragePool(block)), tolerance: 2e-5 };
}

/** Inference's fused operations: bias, sum and ReLU behind a convolution, a value that is used twice. */
function inferenceCase(): Case {
  const [x, w, b, v] = [float(3, 16, 9, 9), float(32, 16, 3, 3), float(32), float(32, 32, 3, 3)];
  const first = relu(conv2d(x, w, { stride: 2, padding: 1 }, b));
  const sum = add(conv2d(first, v, { stride: 1, padding: 1 }, b), first);
  const twice = add(conv2d(first, v, { stride: 1, padding: 1 }), first);
  const three = relu(
    add(add(conv2d(first, v, { stride: 1, padding: 1 }), first), conv2d(x, w, { stride: 2, padding: 1 })),
  );
  const outputs = {
    relu: relu(sum),
    used: reduceSum(twice, [0]),
    again: relu(twice),
    doubled: add(twice, twice),
    three,
  };
  return { inputs: { x, w, b, v }, outputs };
}

const cases: Record<string, Case> = {
  elementwise: elementwiseCase(),
  shapes: shapeCase(),
  integers: integerCase(),
  ...matMulCases(),
  'globalAveragePool and relu': (() => {
    const x = float(2, 16, 5, 5);
    return withGradients({ x }, globalAveragePool(relu(conv2d(x, constantFilter(16), { stride: 1, padding: 0 }))));
  })(),
  'batchNorm in blocks': batchNormCase(32, 7),
  'batchNorm of channels that fill no block': batchNormCase(6, 7),
  'residual block in blocks': blockCase(16, 9),
  'residual block of channels that fill no block': blockCase(6, 9),
  inference: inferenceCase(),
};

function constantFilter(channels: number): FloatTensor {
  const values = Float32Array.from({ length: channels * channels }, (_, i) => Math.cos(i));
  return constant('float32', values, [channels, channels, 1, 1]);
}

describe.each(['plain', 'fastest'] as const)('the %s layout against double precision', (layout) => {
  test.each(Object.entries(cases))('%s', async (_, { inputs, outputs, ...options }) => {
    await expectSameAsInterpreter(await createOnnxEngine({ layout }), { inputs, outputs }, options);
  });
});

test('every operation is among the cases', () => {
  const used = new Set(
    Object.values(cases).flatMap(({ outputs }) =>
      nodesBefore(Object.values(outputs)).map(({ operation }) => operation.name),
    ),
  );
  expect([...used].sort()).toEqual(Object.keys(operations).sort());
});
