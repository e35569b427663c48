import { operations } from '../../graph/operations';
import type { Program } from '../../graph/program';
import type { Node, Tensor } from '../../graph/tensor';
import { nodesBefore } from '../../graph/traversal';
import { BlockedLayout } from './blocked/layout';
import { LoweringContext } from './lowering/context';
import { lowerings } from './lowering/lowerings';
import type { Lowering } from './lowering/lowering';
import { ModelBuilder, type Value } from './model';

/** A program as an ONNX model. */
export interface OnnxModel {
  /** A ModelProto. */
  readonly bytes: Uint8Array;
  /** What the program's inputs and outputs are called in it. */
  readonly inputNames: Readonly<Record<string, string>>;
  readonly outputNames: Readonly<Record<string, string>>;
}

/**
 * Expresses a program in ONNX.
 * @param blockSize of the blocked layout, as `probeBlockSize` finds it; null to use row-major layouts alone
 */
export function compileToOnnx(program: Program, blockSize: number | null): OnnxModel {
  const model = new ModelBuilder();
  const outputs = Object.values(program.outputs);
  const nodes = nodesBefore(outputs);
  const layout = blockSize === null ? null : new BlockedLayout(model, blockSize);
  const context = new LoweringContext(model, layout, countUses(nodes, outputs));

  const inputNames = mapValues(program.inputs, (tensor) => {
    const value = model.input(tensor.dtype, tensor.shape);
    context.setPlain(tensor, value);
    return value;
  });
  for (const node of nodes) {
    if (node.operation !== operations.input) loweringOf(node)(node, context);
  }
  const declared = new Set<Value>();
  const outputNames = mapValues(program.outputs, (tensor) => {
    const value = context.plain(tensor);
    // A value that no node computes, or that is an output already, needs a node of its own.
    const isComputed = tensor.node.inputs.length > 0 && !declared.has(value);
    const name = isComputed ? value : model.node('Identity', [value]);
    declared.add(name);
    model.output(name, tensor.dtype, tensor.shape);
    return name;
  });
  return { bytes: model.encode(), inputNames, outputNames };
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

function mapValues<Result>(
  tensors: Readonly<Record<string, Tensor>>,
  map: (tensor: Tensor) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [name, map(tensor)]));
}
