import type { Tensor } from '../../../graph/tensor';
import type { Value } from '../model';
import type { LoweringContext } from './context';

/** Per-channel mean and biased variance of x, and x − mean; row-major. */
export function plainBatchStatistics(context: LoweringContext, x: Tensor) {
  const { model } = context;
  const [batch, , height, width] = x.shape;
  const axes = model.integers([0, 2, 3]);
  const mean = model.node('ReduceMean', [context.plain(x), axes], { attributes: { keepdims: 0 } });
  const centred = plainCentre(context, x, mean);
  const squares = sumOverPixels(context, model.node('Mul', [centred, centred]));
  const variance = model.node('Div', [squares, model.scalar(batch * height * width)]);
  return { mean, variance, centred };
}

/** x − mean per channel. */
export function plainCentre(context: LoweringContext, x: Tensor, mean: Value): Value {
  return context.model.node('Sub', [context.plain(x), perChannel(context, mean, x.shape[1])]);
}

/** gain × centred + shift per channel. */
export function plainNormalize(
  context: LoweringContext,
  centred: Value,
  gain: Value,
  shift: Value,
  channels: number,
): Value {
  const scaled = context.model.node('Mul', [centred, perChannel(context, gain, channels)]);
  return context.model.node('Add', [scaled, perChannel(context, shift, channels)]);
}

/** The gradients of batch normalisation, by the formulas of `blockedBatchNormGrad`. */
export function plainBatchNormGrad(context: LoweringContext, dy: Tensor, centred: Value, gain: Value, inverse: Value) {
  const { model } = context;
  const [batch, channels, height, width] = dy.shape;
  const gradient = context.plain(dy);
  const multiply = (a: Value, b: Value): Value => model.node('Mul', [a, b]);
  const dShift = sumOverPixels(context, gradient);
  const dScale = multiply(sumOverPixels(context, multiply(gradient, centred)), inverse);
  const share = model.scalar(1 / (batch * height * width));
  const meanShift = multiply(dShift, share);
  const slope = multiply(multiply(dScale, inverse), share);
  const residual = model.node('Sub', [
    model.node('Sub', [gradient, perChannel(context, meanShift, channels)]),
    multiply(centred, perChannel(context, slope, channels)),
  ]);
  return { dx: multiply(residual, perChannel(context, gain, channels)), dScale, dShift };
}

function sumOverPixels({ model }: LoweringContext, value: Value): Value {
  return model.node('ReduceSum', [value, model.integers([0, 2, 3])], { attributes: { keepdims: 0 } });
}

function perChannel({ model }: LoweringContext, value: Value, channels: number): Value {
  return model.node('Reshape', [value, model.integers([channels, 1, 1])]);
}
