import type { ReduceSumAttributes } from '../../../graph/ops/reduceSum';
import type { Lowering } from './lowering';

export const lowerReduceSum: Lowering<ReduceSumAttributes> = (
  { inputs: [x], attributes, outputs: [output] },
  context,
) => {
  const inputs = [context.plain(x), context.model.integers(attributes.axes)];
  context.setPlain(output, context.model.node('ReduceSum', inputs, { attributes: { keepdims: 0 } }));
};

export const lowerArgMax: Lowering<unknown> = ({ inputs: [x], outputs: [output] }, context) => {
  const where = context.model.node('ArgMax', [context.plain(x)], { attributes: { axis: -1, keepdims: 0 } });
  // ArgMax gives int64.
  context.setPlain(output, context.model.node('Cast', [where], { attributes: { to: 6 } }));
};

/** An operator along the last axis. */
export function alongLastAxis(operator: string): Lowering<unknown> {
  return ({ inputs: [x], outputs: [output] }, context) => {
    context.setPlain(output, context.model.node(operator, [context.plain(x)], { attributes: { axis: -1 } }));
  };
}
