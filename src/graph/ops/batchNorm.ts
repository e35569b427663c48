import { requireRank, requireSameShape } from '../shape';
import { createNode, floatInputs, floatOutputs, type FloatTensor, type Operation } from '../tensor';

export interface BatchNormAttributes {
  /** Added to the variance. */
  readonly epsilon: number;
}

/**
 * Batch normalisation by the batch's own statistics, as `torch.nn.BatchNorm2d` in training:
 * y = (x − mean) / √(variance + ε) × scale + shift, per channel of [N, C, H, W]. The variance is the biased one.
 */
export const batchNormOperation: Operation<BatchNormAttributes> = {
  name: 'batchNorm',
  gradient: (node, [dy]) => {
    const [x, scale] = floatInputs(node);
    const [, mean, variance] = floatOutputs(node);
    if (!dy) return [];
    const { dx, dScale, dShift } = batchNormGrad(dy, x, scale, mean, variance, node.attributes);
    return [dx, dScale, dShift];
  },
};

/**
 * The gradient flows through y alone.
 * @param scale [C]
 * @param shift [C]
 * @throws ShapeError when the channels differ.
 */
export function batchNorm(
  x: FloatTensor,
  scale: FloatTensor,
  shift: FloatTensor,
  attributes: BatchNormAttributes,
): { readonly y: FloatTensor; readonly mean: FloatTensor; readonly variance: FloatTensor } {
  requireRank('batchNorm', 'input', x.shape, 4);
  const channels = [x.shape[1]];
  requireSameShape('batchNorm', 'scale', scale.shape, 'channels', channels);
  requireSameShape('batchNorm', 'shift', shift.shape, 'channels', channels);
  const outputTypes = [x.shape, channels, channels].map((shape) => ({ dtype: 'float32', shape }) as const);
  const node = createNode(batchNormOperation, [x, scale, shift], attributes, outputTypes);
  const [y, mean, variance] = floatOutputs(node);
  return { y, mean, variance };
}

/** The gradients of `batchNorm` with respect to x, scale and shift, the statistics being functions of x. */
export const batchNormGradOperation: Operation<BatchNormAttributes> = { name: 'batchNormGrad' };

/** @throws ShapeError when dy is not shaped like x, or the channels differ. */
export function batchNormGrad(
  dy: FloatTensor,
  x: FloatTensor,
  scale: FloatTensor,
  mean: FloatTensor,
  variance: FloatTensor,
  attributes: BatchNormAttributes,
): { readonly dx: FloatTensor; readonly dScale: FloatTensor; readonly dShift: FloatTensor } {
  requireSameShape('batchNormGrad', 'gradient', dy.shape, 'input', x.shape);
  for (const [what, { shape }] of Object.entries({ scale, mean, variance })) {
    requireSameShape('batchNormGrad', what, shape, 'channels', [x.shape[1]]);
  }
  const outputTypes = [x.shape, scale.shape, scale.shape].map((shape) => ({ dtype: 'float32', shape }) as const);
  const node = createNode(batchNormGradOperation, [dy, x, scale, mean, variance], attributes, outputTypes);
  const [dx, dScale, dShift] = floatOutputs(node);
  return { dx, dScale, dShift };
}
