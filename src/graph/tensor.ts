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
  readonly output: number;
}

/** One operation applied to its inputs. Nodes only point backwards, so a graph is whatever can be reached from a tensor. */
export interface Node<Attributes = unknown> {
  readonly operation: Operation<Attributes>;
  readonly inputs: readonly Tensor[];
  readonly attributes: Attributes;
  readonly outputs: readonly Tensor[];
}

/** A kind of node. `src/graph/operations.ts` lists them all. */
export interface Operation<Attributes = unknown> {
  readonly name: string;
  /**
   * The gradients of a loss with respect to each input, given those with respect to each output (undefined where the loss
   * does not depend on it). Left out where nothing can or needs to be differentiated.
   */
  gradient?(node: Node<Attributes>, outputGradients: readonly (Tensor | undefined)[]): readonly (Tensor | undefined)[];
}
