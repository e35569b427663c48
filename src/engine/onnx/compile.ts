import { operations } from '../../graph/operations';
import type { Program } from '../../graph/program';
import type { Node, Tensor } from '../../graph/tensor';
import { nodesBefore } from '../../graph/traversal';
import { BlockedLayout } from './blocked/layout';
import { LoweringContext } from './lowering/context';
import { lowerings } from './lowering/lowerings';
import type { Lowering } from './lowering/lowering';
import { ModelBuilder } from './model';

/** Names in the model; apart, because a program may call an input and an output the same. */
export const inputName = (name: string): string => `in:${name}`;
export const outputName = (name: string): string => `out:${name}`;

/**
 * Expresses a program as an ONNX model (bytes of a ModelProto).
 * @param blockSize of the blocked layout, as `probeBlockSize` finds it; null to use row-major layouts alone
 */
export function compileToOnnx(program: Program, blockSize: number | null): Uint8Array {
  const model = new ModelBuilder();
  const outputs = Object.entries(program.outputs);
  const nodes = nodesBefore(outputs.map(([, tensor]) => tensor));
  const layout = blockSize === null ? null : new BlockedLayout(model, blockSize);
  const context = new LoweringContext(
    model,
    layout,
    countUses(
      nodes,
      outputs.map(([, tensor]) => tensor),
    ),
  );

  for (const [name, tensor] of Object.entries(program.inputs)) {
    context.setPlain(tensor, model.input(inputName(name), tensor.dtype, tensor.shape));
  }
  for (const node of nodes) {
    if (node.operation !== operations.input) loweringOf(node)(node, context);
  }
  for (const [name, tensor] of outputs) {
    model.alias(context.plain(tensor), outputName(name));
    model.output(outputName(name), tensor.dtype, tensor.shape);
  }
  return model.encode();
}

function loweringOf(node: Node): Lowering<unknown> {
  return lowerings[node.operation.name as keyof typeof lowerings] as Lowering<unknown>;
}

function countUses(nodes: readonly Node[], outputs: readonly Tensor[]): ReadonlyMap<Tensor, number> {
  const counts = new Map<Tensor, number>();
  const count = (tensor: Tensor): void => void counts.set(tensor, (counts.get(tensor) ?? 0) + 1);
  for (const node of nodes) node.inputs.forEach(count);
  outputs.forEach(count);
  return counts;
}
