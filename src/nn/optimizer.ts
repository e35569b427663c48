import type { Tensor } from '../graph/tensor';

/** A rule that turns gradients into new parameters, as part of the training step's graph. */
export interface Optimizer {
  /** Length of the optimizer's flat state for this many parameters; training starts from zeros. */
  stateLength(parameterCount: number): number;
  update(step: OptimizerStep): { readonly parameters: Tensor; readonly state: Tensor };
}

export interface OptimizerStep {
  /** [P] */
  readonly parameters: Tensor;
  /** [P] */
  readonly gradient: Tensor;
  /** [stateLength(P)] */
  readonly state: Tensor;
  /** Scalar. */
  readonly learningRate: Tensor;
  /** [P]: 1 where weight decay applies (weights with more than one axis), else 0. */
  readonly decayed: Tensor;
}
