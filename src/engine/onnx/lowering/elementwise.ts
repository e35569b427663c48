import { sameShape } from '../../../graph/shape';
import type { Node } from '../../../graph/tensor';
import { deferWoven, sumOfWoven } from '../blocked/woven';
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
  const [output] = node.outputs;
  const { layout } = context;
  if (!layout || a === b || !staysBlocked(node, context)) return elementwise('Add')(node, context);
  const woven = sumOfWoven(context.deferred(a)?.woven, context.deferred(b)?.woven);
  if (woven) return context.setDeferred(output, deferWoven(context, layout, woven));
  const deferred = context.deferred(a) ?? context.deferred(b);
  if (!deferred) return elementwise('Add')(node, context);
  const other = context.deferred(a) ? b : a;
  return context.setDeferred(output, {
    emit: ({ sum, ...rest }) => {
      const term = context.blocked(other);
      return deferred.emit({ ...rest, sum: sum === undefined ? term : context.model.node('Add', [term, sum]) });
    },
  });
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
