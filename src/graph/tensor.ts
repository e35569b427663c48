/** Element types of tensors. Labels come as int32, pixels and applied marks as uint8; all arithmetic is float32. */
export type DType = 'float32' | 'int32' | 'uint8' | 'bool';

/** How the values of a tensor are held outside the graph, row-major. A bool is a byte: 0 or 1. */
export interface DataOfDType {
  readonly float32: Float32Array;
  readonly int32: Int32Array;
  readonly uint8: Uint8Array;
  readonly bool: Uint8Array;
}
export type DataOf<D extends DType> = DataOfDType[D];

/** Sizes from the outermost axis in; images are logical NCHW. [] is a scalar. */
export type Shape = readonly number[];

/** What is known of a value before it is computed. */
export interface TensorType<D extends DType = DType> {
  readonly dtype: D;
  readonly shape: Shape;
}

/** A value in a computation graph: one output of the node that makes it. */
export interface Tensor<D extends DType = DType> extends TensorType<D> {
  readonly node: Node;
  /** Which of the node's outputs it is. */
  readonly index: number;
}

/** The only kind that is differentiated. */
export type FloatTensor = Tensor<'float32'>;

/** One operation applied to its inputs. Nodes only point backwards, so a graph is whatever can be reached from a tensor. */
export interface Node<Attributes = unknown> {
  readonly operation: Operation<Attributes>;
  readonly inputs: readonly Tensor[];
  readonly attributes: Attributes;
  readonly outputs: readonly Tensor[];
}

/** A kind of node. `operations.ts` lists them all. */
export interface Operation<Attributes = unknown> {
  readonly name: string;
  /**
   * The gradients of a loss with respect to each input, given those with respect to each output (undefined where the loss
   * does not depend on it). Left out for operations that cannot be differentiated or never need to be.
   */
  gradient?(
    node: Node<Attributes>,
    outputGradients: readonly (FloatTensor | undefined)[],
  ): readonly (FloatTensor | undefined)[];
}

/** Applies an operation. Shapes have been checked by the caller, the function that users of the operation call. */
export function createNode<Attributes>(
  operation: Operation<Attributes>,
  inputs: readonly Tensor[],
  attributes: Attributes,
  outputTypes: readonly TensorType[],
): Node<Attributes> {
  const outputs: Tensor[] = [];
  const node: Node<Attributes> = { operation, inputs, attributes, outputs };
  outputTypes.forEach(({ dtype, shape }, index) => outputs.push({ dtype, shape, node, index }));
  return node;
}

/** As `createNode`, for the many operations with a single output. */
export function createTensor<D extends DType, Attributes>(
  operation: Operation<Attributes>,
  inputs: readonly Tensor[],
  attributes: Attributes,
  outputType: TensorType<D>,
): Tensor<D> {
  return createNode(operation, inputs, attributes, [outputType]).outputs[0] as Tensor<D>;
}

/** The inputs of a node all of whose inputs are float32. */
export function floatInputs(node: Node): readonly FloatTensor[] {
  return node.inputs as readonly FloatTensor[];
}

/** The outputs of a node all of whose outputs are float32. */
export function floatOutputs(node: Node): readonly FloatTensor[] {
  return node.outputs as readonly FloatTensor[];
}
