import type { Lowering } from './lowering';
import { elementwise, staysBlocked } from './elementwise';

/** Steeper than any activation is small, so that a hard sigmoid of it is 1 for every positive float and 0 otherwise. */
const steepest = { float: 3e38 };

/** A ReLU costs nothing when it is fused into what computes its input. */
export const lowerRelu: Lowering<unknown> = (node, context) => {
  const [x] = node.inputs;
  const deferred = staysBlocked(node, context) ? context.deferred(x) : undefined;
  if (deferred) context.setBlocked(node.outputs[0], deferred.emit({ relu: true }));
  else elementwise('Relu')(node, context);
};

/** dy × [y > 0]; HardSigmoid makes the 0s and 1s in one threaded pass, where Greater and Where take three. */
export const lowerReluGrad: Lowering<unknown> = (node, context) => {
  const blocked = staysBlocked(node, context);
  const [dy, y] = node.inputs.map((input) => (blocked ? context.blocked(input) : context.plain(input)));
  const positive = context.model.node('HardSigmoid', [y], { attributes: { alpha: steepest, beta: { float: 0 } } });
  const gradient = context.model.node('Mul', [dy, positive]);
  if (blocked) context.setBlocked(node.outputs[0], gradient);
  else context.setPlain(node.outputs[0], gradient);
};
