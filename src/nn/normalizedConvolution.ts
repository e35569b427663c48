import { add, divide, multiply, subtract } from '../graph/ops/arithmetic';
import { batchNorm } from '../graph/ops/batchNorm';
import { concat } from '../graph/ops/concat';
import { scalar } from '../graph/ops/constant';
import { conv2d } from '../graph/ops/conv2d';
import { reshape } from '../graph/ops/reshape';
import { split } from '../graph/ops/split';
import { sqrt } from '../graph/ops/sqrt';
import { sizeOf } from '../graph/shape';
import type { FloatTensor } from '../graph/tensor';
import type { ParameterSpec, ParameterTensors } from './parameters';

/** A convolution without bias, padded by half its kernel, followed by batch normalisation. */
export interface NormalizedConvolution {
  readonly name: string;
  readonly inputs: number;
  readonly outputs: number;
  readonly kernel: number;
  readonly stride: number;
}

/** Applies a layer to x [N, inputs, H, W]. */
export type ApplyLayer = (x: FloatTensor, layer: NormalizedConvolution) => FloatTensor;

/** Added to variances, as in PyTorch. */
const epsilon = 1e-5;

export function parametersOf({ name, inputs, outputs, kernel }: NormalizedConvolution): ParameterSpec[] {
  return [
    { name: `${name}.weight`, shape: [outputs, inputs, kernel, kernel], initial: 'he' },
    { name: `${name}.scale`, shape: [outputs], initial: 'ones' },
    { name: `${name}.shift`, shape: [outputs], initial: 'zeros' },
  ];
}

/** Normalises by the statistics of the batch itself, and collects them. */
export function trainMode(parameters: ParameterTensors) {
  const statistics: FloatTensor[] = [];
  const apply: ApplyLayer = (x, layer) => {
    const convolved = conv2d(x, parameters(`${layer.name}.weight`), geometryOf(layer));
    const scale = parameters(`${layer.name}.scale`);
    const { y, mean, variance } = batchNorm(convolved, scale, parameters(`${layer.name}.shift`), { epsilon });
    const count = sizeOf(convolved.shape) / layer.outputs;
    statistics.push(mean, multiply(variance, scalar(count / Math.max(1, count - 1))));
    return y;
  };
  /** Per applied layer the means, then the unbiased variances, as PyTorch's running statistics. */
  const batchStatistics = (): FloatTensor => concat(statistics, 0);
  return { apply, batchStatistics };
}

/** How many batch statistics these layers have, in the order of `trainMode`. */
export function batchStatisticsLength(layers: readonly NormalizedConvolution[]): number {
  return layers.reduce((sum, { outputs }) => sum + 2 * outputs, 0);
}

/**
 * Normalises by given statistics, folded into the weights so that it costs nothing per pixel.
 * @param layers in the order in which their statistics lie one after another
 */
export function evalMode(
  parameters: ParameterTensors,
  layers: readonly NormalizedConvolution[],
  batchStatistics: FloatTensor,
): ApplyLayer {
  const pieces = split(
    batchStatistics,
    0,
    layers.flatMap(({ outputs }) => [outputs, outputs]),
  );
  const statistics = new Map(layers.map(({ name }, i) => [name, [pieces[2 * i], pieces[2 * i + 1]]]));
  return (x, layer) => {
    const [mean, variance] = statistics.get(layer.name)!;
    const gain = divide(parameters(`${layer.name}.scale`), sqrt(add(variance, scalar(epsilon))));
    const weights = multiply(parameters(`${layer.name}.weight`), reshape(gain, [layer.outputs, 1, 1, 1]));
    const bias = subtract(parameters(`${layer.name}.shift`), multiply(mean, gain));
    return conv2d(x, weights, geometryOf(layer), bias);
  };
}

function geometryOf({ kernel, stride }: NormalizedConvolution) {
  return { stride, padding: Math.floor(kernel / 2) };
}
