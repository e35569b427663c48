import { sameShape } from '../../../graph/shape';
import type { Node } from '../../../graph/tensor';
import type { LoweringContext } from './context';
import type { Lowering } from './lowering';

/** An ONNX operator that works element by element, with broadcasting. */
export function elementwise(operator: string): Lowering<unknown> {
  return (node, context) => {
    const [output] = node.outputs;
    if (staysBlocked(node, context)) {
      context.setBlocked(
        output,
        context.model.node(
          operator,
          node.inputs.map((input) => context.blocked(input)),
        ),
      );
    } else {
      context.setPlain(
        output,
        context.model.node(
          operator,
          node.inputs.map((input) => context.plain(input)),
        ),
      );
    }
  };
}

/** Sums fuse into whatever computes one of the terms. */
export const lowerAdd: Lowering<unknown> = (node, context) => {
  const [a, b] = node.inputs;
  if (!staysBlocked(node, context)) return elementwise('Add')(node, context);
  for (const [term, other] of [
    [a, b],
    [b, a],
  ]) {
    const deferred = context.deferred(term);
    if (deferred && term !== other) {
      const sum = context.blocked(other);
      return context.setDeferred(node.outputs[0], ({ relu }) => deferred(relu ? { sum, relu } : { sum }));
    }
  }
  return elementwise('Add')(node, context);
};

/** Whether elements can be combined as they lie in blocks: shapes are equal, and at least one input is in blocks anyway. */
export function staysBlocked(node: Node<unknown>, context: LoweringContext): boolean {
  const [output] = node.outputs;
  return (
    context.layout !== null &&
    context.layout.fits(output.shape) &&
    node.inputs.every((input) => sameShape(input.shape, output.shape)) &&
    node.inputs.some((input) => context.isBlocked(input))
  );
}
