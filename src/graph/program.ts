import type { DType, Tensor } from './tensor';

/** Names and element types of a program's inputs or outputs. */
export type Signature = { readonly [name: string]: DType };

type TensorsOf<S> = { readonly [Name in keyof S]: S[Name] extends DType ? Tensor<S[Name]> : Tensor | undefined };

/** A static computation: named inputs, named outputs, and (through the outputs) every node between them. */
export interface Program<Inputs = Signature, Outputs = Signature> {
  readonly inputs: TensorsOf<Inputs>;
  readonly outputs: TensorsOf<Outputs>;
}
