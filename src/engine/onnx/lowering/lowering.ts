import type { Node } from '../../../graph/tensor';
import type { LoweringContext } from './context';

/** Adds what computes a node to the model, and tells the context which values its outputs are. */
export type Lowering<Attributes> = (node: Node<Attributes>, context: LoweringContext) => void;
