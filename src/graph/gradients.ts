import { add } from './ops/arithmetic';
import { scalar } from './ops/constant';
import { formatShape, ShapeError } from './shape';
import type { FloatTensor, Node, Tensor } from './tensor';
import { nodesBefore } from './traversal';

/**
 * The gradients of a scalar loss with respect to some tensors, as further nodes of the same graph (reverse mode).
 * @throws ShapeError when the loss is not a scalar.
 * @throws Error when the loss does not depend on one of the tensors, or only through an operation without a gradient.
 */
export function gradients(loss: FloatTensor, parameters: readonly FloatTensor[]): FloatTensor[] {
  if (loss.shape.length > 0) throw new ShapeError(`gradients: the loss ${formatShape(loss.shape)} is not a scalar.`);
  const ordered = nodesBefore([loss]);
  const dependent = dependentNodes(ordered, parameters);
  const gradientOf = new Map<Tensor, FloatTensor>([[loss, scalar(1)]]);

  for (const node of ordered.reverse()) {
    if (!dependent.has(node)) continue;
    const outputGradients = node.outputs.map((output) => gradientOf.get(output));
    if (outputGradients.every((gradient) => gradient === undefined)) continue;
    if (!node.operation.gradient) {
      throw new Error(
        `gradients: the loss depends on a parameter through ${node.operation.name}, which has no gradient.`,
      );
    }
    const inputGradients = node.operation.gradient(node, outputGradients);
    node.inputs.forEach((input, i) => {
      const gradient = inputGradients[i];
      if (!gradient || !(dependent.has(input.node) || parameters.includes(input as FloatTensor))) return;
      const soFar = gradientOf.get(input);
      gradientOf.set(input, soFar ? add(soFar, gradient) : gradient);
    });
  }
  return parameters.map((parameter, i) => {
    const gradient = gradientOf.get(parameter);
    if (!gradient)
      throw new Error(`gradients: the loss does not depend on parameter ${i} ${formatShape(parameter.shape)}.`);
    return gradient;
  });
}

/** The nodes through which the loss depends on a parameter. */
function dependentNodes(ordered: readonly Node[], parameters: readonly Tensor[]): Set<Node> {
  const dependent = new Set<Node>();
  for (const node of ordered) {
    if (node.inputs.some((input) => parameters.includes(input) || dependent.has(input.node))) dependent.add(node);
  }
  return dependent;
}
