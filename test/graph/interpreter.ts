import type { AttributesOf, OperationName } from '../../src/graph/operations';
import type { Conv2dAttributes } from '../../src/graph/ops/conv2d';
import { sizeOf } from '../../src/graph/shape';
import type { Node, Shape, Tensor } from '../../src/graph/tensor';
import { nodesBefore } from '../../src/graph/traversal';

/** Values of a tensor in double precision, row-major. */
export type Values = Float64Array;

type Evaluate<Attributes> = (node: Node<Attributes>, inputs: readonly Values[]) => Values[];

/**
 * Evaluates tensors in double precision by the plainest loops there are: what finite differences are taken of, and what
 * the compilers are compared with.
 */
export function evaluate(tensors: readonly Tensor[], feeds: ReadonlyMap<Tensor, ArrayLike<number>>): Values[] {
  const values = new Map<Tensor, Values>();
  for (const [tensor, data] of feeds) values.set(tensor, Float64Array.from(data));
  for (const node of nodesBefore(tensors)) {
    if (node.operation.name === 'input') continue;
    const inputs = node.inputs.map((input) => values.get(input)!);
    const evaluateNode = evaluators[node.operation.name as keyof typeof evaluators] as Evaluate<unknown>;
    evaluateNode(node, inputs).forEach((value, i) => values.set(node.outputs[i], value));
  }
  return tensors.map((tensor) => values.get(tensor)!);
}

const evaluators: { readonly [Name in Exclude<OperationName, 'input'>]: Evaluate<AttributesOf<Name>> } = {
  add: binary((a, b) => a + b),
  subtract: binary((a, b) => a - b),
  multiply: binary((a, b) => a * b),
  divide: binary((a, b) => a / b),
  maximum: binary(Math.max),
  equal: binary((a, b) => Number(a === b)),
  sqrt: unary(Math.sqrt),
  sigmoid: unary((x) => 1 / (1 + Math.exp(-x))),
  softplus: unary((x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))),
  relu: unary((x) => Math.max(x, 0)),
  reluGrad: binary((dy, y) => (y > 0 ? dy : 0)),
  constant: ({ attributes }) => [Float64Array.from(attributes.data)],
  cast: ({ outputs: [y] }, [x]) => [y.dtype === 'float32' ? x : x.map(Math.trunc)],
  reshape: (_, [x]) => [x],
  broadcastTo: ({ inputs: [x], outputs: [y] }, [values]) => [
    gather(y.shape, (at) => values[broadcastIndex(x.shape, at)]),
  ],
  transpose: ({ inputs: [x], outputs: [y], attributes: { order } }, [values]) => [
    gather(y.shape, (at) => {
      const from: number[] = [];
      order.forEach((axis, i) => (from[axis] = at[i]));
      return values[flatten(x.shape, from)];
    }),
  ],
  concat: ({ inputs, outputs: [y], attributes: { axis } }, values) => [
    gather(y.shape, (at) => {
      let part = 0;
      let position = at[axis];
      while (position >= inputs[part].shape[axis]) position -= inputs[part++].shape[axis];
      return values[part][flatten(inputs[part].shape, at.with(axis, position))];
    }),
  ],
  split: ({ inputs: [x], outputs, attributes: { axis, sizes } }, [values]) =>
    outputs.map((piece, i) => {
      const start = sizes.slice(0, i).reduce((sum, size) => sum + size, 0);
      return gather(piece.shape, (at) => values[flatten(x.shape, at.with(axis, at[axis] + start))]);
    }),
  reduceSum: ({ inputs: [x], outputs: [y], attributes: { axes } }, [values]) => {
    const sums = new Float64Array(sizeOf(y.shape));
    each(x.shape, (at, i) => {
      sums[
        flatten(
          y.shape,
          at.filter((_, axis) => !axes.includes(axis)),
        )
      ] += values[i];
    });
    return [sums];
  },
  softmax: rows((row) => {
    const greatest = Math.max(...row);
    const total = row.reduce((sum, x) => sum + Math.exp(x - greatest), 0);
    return row.map((x) => Math.exp(x - greatest) / total);
  }),
  logSoftmax: rows((row) => {
    const greatest = Math.max(...row);
    const total = row.reduce((sum, x) => sum + Math.exp(x - greatest), 0);
    return row.map((x) => x - greatest - Math.log(total));
  }),
  argMax: rows((row) => Float64Array.of(row.indexOf(Math.max(...row)))),
  matMul: ({ inputs, outputs: [y], attributes: { transposeA, transposeB } }, [a, b]) => [
    gather(y.shape, ([row, column]) => {
      const [shapeA, shapeB] = [inputs[0].shape, inputs[1].shape];
      let sum = 0;
      for (let k = 0; k < shapeA[transposeA ? 0 : 1]; k++) {
        const left = transposeA ? a[k * shapeA[1] + row] : a[row * shapeA[1] + k];
        sum += left * (transposeB ? b[column * shapeB[1] + k] : b[k * shapeB[1] + column]);
      }
      return sum;
    }),
  ],
  globalAveragePool: ({ inputs: [x], outputs: [y] }, [values]) => {
    const pixels = x.shape[2] * x.shape[3];
    const means = new Float64Array(sizeOf(y.shape));
    values.forEach((value, i) => (means[Math.floor(i / pixels)] += value / pixels));
    return [means];
  },
  globalAveragePoolGrad: ({ outputs: [dx] }, [dy]) => {
    const pixels = dx.shape[2] * dx.shape[3];
    return [Float64Array.from({ length: sizeOf(dx.shape) }, (_, i) => dy[Math.floor(i / pixels)] / pixels)];
  },
  conv2d: ({ inputs, outputs: [output], attributes }, [x, weights, bias]) => {
    const y = new Float64Array(sizeOf(output.shape));
    eachProduct(inputs[0].shape, inputs[1].shape, output.shape, attributes, (ix, iw, iy) => {
      y[iy] += x[ix] * weights[iw];
    });
    if (bias) each(output.shape, ([, channel], i) => (y[i] += bias[channel]));
    return [y];
  },
  conv2dInputGrad: ({ inputs, outputs: [output], attributes }, [dy, weights]) => {
    const dx = new Float64Array(sizeOf(output.shape));
    eachProduct(output.shape, inputs[1].shape, inputs[0].shape, attributes, (ix, iw, iy) => {
      dx[ix] += dy[iy] * weights[iw];
    });
    return [dx];
  },
  conv2dFilterGrad: ({ inputs, outputs: [output], attributes }, [x, dy]) => {
    const dw = new Float64Array(sizeOf(output.shape));
    eachProduct(inputs[0].shape, output.shape, inputs[1].shape, attributes, (ix, iw, iy) => {
      dw[iw] += dy[iy] * x[ix];
    });
    return [dw];
  },
  batchNorm: ({ inputs: [input], attributes: { epsilon } }, [x, scale, shift]) => {
    const { mean, variance } = channelMoments(input.shape, x);
    const y = new Float64Array(x.length);
    each(input.shape, ([, c], i) => {
      y[i] = ((x[i] - mean[c]) / Math.sqrt(variance[c] + epsilon)) * scale[c] + shift[c];
    });
    return [y, mean, variance];
  },
  // Written as the chain rule over mean and variance, not as the closed form that the compilers use.
  batchNormGrad: ({ inputs: [input], attributes: { epsilon } }, [dy, x, scale, mean, variance]) => {
    const shape = input.shape;
    const count = sizeOf(shape) / shape[1];
    const [dScale, dShift, dMean, dVariance] = [0, 0, 0, 0].map(() => new Float64Array(shape[1]));
    const deviation = variance.map((v) => Math.sqrt(v + epsilon));
    each(shape, ([, c], i) => {
      const centred = x[i] - mean[c];
      dScale[c] += (dy[i] * centred) / deviation[c];
      dShift[c] += dy[i];
      dVariance[c] += dy[i] * scale[c] * centred * -0.5 * deviation[c] ** -3;
      dMean[c] -= (dy[i] * scale[c]) / deviation[c];
    });
    const dx = new Float64Array(x.length);
    each(shape, ([, c], i) => {
      const direct = (dy[i] * scale[c]) / deviation[c];
      dx[i] = direct + (dVariance[c] * 2 * (x[i] - mean[c])) / count + dMean[c] / count;
    });
    return [dx, dScale, dShift];
  },
};

function unary(f: (x: number) => number): Evaluate<unknown> {
  return (_, [x]) => [x.map(f)];
}

function binary(f: (a: number, b: number) => number): Evaluate<unknown> {
  return ({ inputs, outputs: [y] }, [a, b]) => [
    gather(y.shape, (at) => f(a[broadcastIndex(inputs[0].shape, at)], b[broadcastIndex(inputs[1].shape, at)])),
  ];
}

function rows(f: (row: Values) => Values): Evaluate<unknown> {
  return ({ inputs: [x] }, [values]) => {
    const length = x.shape[x.shape.length - 1];
    const results: number[] = [];
    for (let start = 0; start < values.length; start += length) results.push(...f(values.slice(start, start + length)));
    return [Float64Array.from(results)];
  };
}

function each(shape: Shape, visit: (at: number[], index: number) => void): void {
  const at = shape.map(() => 0);
  const size = sizeOf(shape);
  for (let index = 0; index < size; index++) {
    visit(at, index);
    for (let axis = shape.length - 1; axis >= 0 && ++at[axis] === shape[axis]; axis--) at[axis] = 0;
  }
}

function gather(shape: Shape, value: (at: number[]) => number): Values {
  const values = new Float64Array(sizeOf(shape));
  each(shape, (at, i) => (values[i] = value(at)));
  return values;
}

function flatten(shape: Shape, at: readonly number[]): number {
  return shape.reduce((index, size, axis) => index * size + at[axis], 0);
}

function broadcastIndex(shape: Shape, at: readonly number[]): number {
  const extra = at.length - shape.length;
  return shape.reduce((index, size, axis) => index * size + (size === 1 ? 0 : at[axis + extra]), 0);
}

/** Visits every product of a convolution by the indices of its input, weight and output. */
function eachProduct(
  x: Shape,
  weights: Shape,
  y: Shape,
  { stride, padding }: Conv2dAttributes,
  visit: (x: number, weight: number, y: number) => void,
): void {
  each(y, ([n, o, oy, ox], iy) => {
    for (let c = 0; c < x[1]; c++) {
      for (let r = 0; r < weights[2]; r++) {
        const row = oy * stride + r - padding;
        if (row < 0 || row >= x[2]) continue;
        for (let q = 0; q < weights[3]; q++) {
          const column = ox * stride + q - padding;
          if (column < 0 || column >= x[3]) continue;
          visit(((n * x[1] + c) * x[2] + row) * x[3] + column, ((o * x[1] + c) * weights[2] + r) * weights[3] + q, iy);
        }
      }
    }
  });
}

function channelMoments(shape: Shape, x: Values): { mean: Values; variance: Values } {
  const count = sizeOf(shape) / shape[1];
  const mean = new Float64Array(shape[1]);
  const variance = new Float64Array(shape[1]);
  each(shape, ([, c], i) => (mean[c] += x[i] / count));
  each(shape, ([, c], i) => (variance[c] += (x[i] - mean[c]) ** 2 / count));
  return { mean, variance };
}
