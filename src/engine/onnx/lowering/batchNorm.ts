import type { BatchNormAttributes } from '../../../graph/ops/batchNorm';
import type { Tensor } from '../../../graph/tensor';
import { blockedBatchNormGrad, blockedBatchStatistics, blockedNormalize, centre } from '../blocked/batchNorm';
import type { Value } from '../model';
import type { LoweringContext } from './context';
import type { Lowering } from './lowering';
import { plainBatchNormGrad, plainBatchStatistics, plainCentre, plainNormalize } from './plainBatchNorm';

export const lowerBatchNorm: Lowering<BatchNormAttributes> = (node, context) => {
  const [x, scale, shift] = node.inputs;
  const [y, mean, variance] = node.outputs;
  const { layout } = context;
  const blocked = layout !== null && context.isBlocked(x);
  const statistics = blocked ? blockedBatchStatistics(context, layout, x) : plainBatchStatistics(context, x);
  context.setPlain(mean, statistics.mean);
  context.setPlain(variance, statistics.variance);
  const centred = context.derived(mean, 'centred', () => statistics.centred);
  const gain = context.model.node('Mul', [context.plain(scale), inverseDeviation(context, variance, node.attributes)]);
  if (blocked) context.setDeferred(y, blockedNormalize(layout, centred, gain, context.plain(shift), x.shape[1]));
  else context.setPlain(y, plainNormalize(context, centred, gain, context.plain(shift), x.shape[1]));
};

export const lowerBatchNormGrad: Lowering<BatchNormAttributes> = (node, context) => {
  const [dy, x, scale, mean, variance] = node.inputs;
  const [dx, dScale, dShift] = node.outputs;
  const { layout } = context;
  const blocked = layout !== null && context.isBlocked(x);
  const centred = context.derived(mean, 'centred', () =>
    blocked ? centre(context, layout, x, context.plain(mean)) : plainCentre(context, x, context.plain(mean)),
  );
  const inverse = inverseDeviation(context, variance, node.attributes);
  const gain = context.model.node('Mul', [context.plain(scale), inverse]);
  const values = blocked
    ? blockedBatchNormGrad(context, layout, dy, centred, gain, inverse)
    : plainBatchNormGrad(context, dy, centred, gain, inverse);
  if (blocked) context.setBlocked(dx, values.dx);
  else context.setPlain(dx, values.dx);
  context.setPlain(dScale, values.dScale);
  context.setPlain(dShift, values.dShift);
};

/** 1 / √(variance + ε), [C]. */
function inverseDeviation(context: LoweringContext, variance: Tensor, { epsilon }: BatchNormAttributes): Value {
  const { model } = context;
  return context.derived(variance, `inverse deviation with ${epsilon}`, () => {
    const deviation = model.node('Sqrt', [model.node('Add', [context.plain(variance), model.scalar(epsilon)])]);
    return model.node('Reciprocal', [deviation]);
  });
}
