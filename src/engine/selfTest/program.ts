import { gradients } from '../../graph/gradients';
import { add, multiply } from '../../graph/ops/arithmetic';
import { batchNorm } from '../../graph/ops/batchNorm';
import { scalar, vector } from '../../graph/ops/constant';
import { conv2d } from '../../graph/ops/conv2d';
import { globalAveragePool } from '../../graph/ops/globalAveragePool';
import { input } from '../../graph/ops/input';
import { matMul } from '../../graph/ops/matMul';
import { reduceSum } from '../../graph/ops/reduceSum';
import { relu } from '../../graph/ops/relu';
import { reshape } from '../../graph/ops/reshape';
import { logSoftmax } from '../../graph/ops/softmax';
import { split } from '../../graph/ops/split';
import type { Program } from '../../graph/program';
import { sizeOf } from '../../graph/shape';
import type { FloatTensor, Shape } from '../../graph/tensor';

export type SelfTestInputs = { images: 'float32'; weights: 'float32' };
export type SelfTestOutputs = {
  loss: 'float32';
  /** With respect to the weights. */
  gradient: 'float32';
};

/** The weights, which lie one after another in a flat vector, in the order in which they are used. */
const shapes: readonly Shape[] = [
  [16, 3, 3, 3],
  [16, 16, 3, 3],
  [32, 16, 3, 3],
  [32, 32, 3, 3],
  [32, 16, 1, 1],
  [5, 32],
];
export const weightSizes = shapes.map(sizeOf);
export const weightCount = weightSizes.reduce((sum, size) => sum + size, 0);

/**
 * A small residual network with every kind of layer that training uses: convolutions with stride 1 and 2, a projection,
 * normalisation, sums of branches. Its loss is the mean of −log softmax over images and outputs, each output weighted.
 */
export function selfTestProgram(batch: number, side: number): Program<SelfTestInputs, SelfTestOutputs> {
  const images = input('float32', [batch, 3, side, side]);
  const weights = input('float32', [weightCount]);
  const filters = split(weights, 0, weightSizes).map((piece, i) => reshape(piece, shapes[i]));
  const layer = (x: FloatTensor, index: number, stride: number): FloatTensor => {
    const [channels, , kernel] = shapes[index];
    const y = conv2d(x, filters[index], { stride, padding: (kernel - 1) / 2 });
    return batchNorm(
      y,
      pattern(channels, (i) => 1 + 0.1 * Math.sin(i)),
      pattern(channels, (i) => 0.1 * Math.cos(i)),
      {
        epsilon: 1e-5,
      },
    ).y;
  };
  let x = relu(layer(images, 0, 1));
  x = relu(add(layer(x, 1, 1), x));
  x = relu(add(layer(relu(layer(x, 2, 2)), 3, 1), layer(x, 4, 2)));
  const logits = matMul(globalAveragePool(x), filters[5], { transposeB: true });
  const weighted = multiply(
    logSoftmax(logits),
    pattern(5, (i) => (i + 1) / 3),
  );
  const loss = multiply(reduceSum(weighted), scalar(-1 / (5 * batch)));
  const [gradient] = gradients(loss, [weights]);
  return { inputs: { images, weights }, outputs: { loss, gradient } };
}

/** Inputs that look random but are the same everywhere: sines of integers, rounded so that every platform agrees. */
export function selfTestFeeds(batch: number, side: number) {
  const wave = (length: number, frequency: number, scale: number): Float32Array =>
    Float32Array.from({ length }, (_, i) => (Math.round(1e4 * Math.sin(frequency * i * (1 + (i % 7)))) / 1e4) * scale);
  return { images: wave(batch * 3 * side * side, 0.7, 1), weights: wave(weightCount, 1.3, 0.2) };
}

function pattern(length: number, value: (i: number) => number): FloatTensor {
  return vector(Array.from({ length }, (_, i) => Math.round(1e4 * value(i)) / 1e4));
}
