import type { Tensor } from '../../../graph/tensor';
import type { Deferred, LoweringContext } from '../lowering/context';
import type { Value } from '../model';
import type { BlockedLayout } from './layout';

export interface BatchStatistics {
  readonly mean: Value;
  readonly variance: Value;
  /** x − mean, blocked. */
  readonly centred: Value;
}

/** Per-channel mean and biased variance of x, from the centred values so that no precision is lost to large means. */
export function blockedBatchStatistics(context: LoweringContext, layout: BlockedLayout, x: Tensor): BatchStatistics {
  const { model } = context;
  const [batch, , height, width] = x.shape;
  const overBatch = model.integers([0]);
  const mean = model.node('ReduceMean', [layout.spatialMean(context.blocked(x), x.shape), overBatch], {
    attributes: { keepdims: 0 },
  });
  const centred = centre(context, layout, x, mean);
  const squares = model.node('ReduceSum', [layout.dot(centred, centred, x.shape), overBatch], {
    attributes: { keepdims: 0 },
  });
  const variance = model.node('Div', [squares, model.scalar(batch * height * width)]);
  return { mean, variance, centred };
}

/** x − mean per channel, blocked. */
export function centre(context: LoweringContext, layout: BlockedLayout, x: Tensor, mean: Value): Value {
  const channels = x.shape[1];
  const bias = context.model.node('Neg', [mean]);
  return layout.scaleAndShift(context.blocked(x), channels, layout.unitScale(channels), { bias });
}

/** gain × centred + shift, to which a sum and a ReLU can be fused: a block's last three operations in one pass. */
export function blockedNormalize(
  layout: BlockedLayout,
  centred: Value,
  gain: Value,
  shift: Value,
  channels: number,
): Deferred {
  const scale = layout.reshape(gain, [channels, 1, 1, 1]);
  return { emit: (fusion) => layout.scaleAndShift(centred, channels, scale, { bias: shift, ...fusion }) };
}

/**
 * The gradients of batch normalisation: with g the output's gradient, M values per channel and gain = scale / σ,
 * dShift = Σ g, dScale = Σ g × centred / σ, dx = gain × (g − dShift / M − centred × dScale / (σ M)).
 * @param gain [C]
 * @param inverse 1 / σ, [C]
 */
export function blockedBatchNormGrad(
  context: LoweringContext,
  layout: BlockedLayout,
  dy: Tensor,
  centred: Value,
  gain: Value,
  inverse: Value,
): { readonly dx: Value; readonly dScale: Value; readonly dShift: Value } {
  const { model } = context;
  const [batch, channels, height, width] = dy.shape;
  const gradient = context.blocked(dy);
  const sumOverBatch = (value: Value): Value =>
    model.node('ReduceSum', [value, model.integers([0])], { attributes: { keepdims: 0 } });
  const multiply = (a: Value, b: Value): Value => model.node('Mul', [a, b]);

  const meanShift = sumOverBatch(layout.spatialMean(gradient, dy.shape));
  const dShift = multiply(meanShift, model.scalar(height * width));
  const dScale = multiply(sumOverBatch(layout.dot(gradient, centred, dy.shape)), inverse);
  const negativeGain = multiply(gain, model.scalar(-1 / (batch * height * width)));
  const bias = multiply(negativeGain, dShift);
  const slope = multiply(multiply(negativeGain, inverse), dScale);
  const correction = layout.scaleAndShift(centred, channels, layout.reshape(slope, [channels, 1, 1, 1]), { bias });
  const dx = layout.scaleAndShift(gradient, channels, layout.reshape(gain, [channels, 1, 1, 1]), { sum: correction });
  return { dx, dScale, dShift };
}
