import type { FloatTensor } from '../graph/tensor';

/** A rule that turns gradients into new parameters, as part of the training step's graph. */
export interface Optimizer {
  /** Length of the optimizer's flat state for this many parameters; training starts from zeros. */
  stateLength(parameterCount: number): number;
  update(step: OptimizerStep): { readonly parameters: FloatTensor; readonly state: FloatTensor };
}

export interface OptimizerStep {
  /** [P] */
  readonly parameters: FloatTensor;
  /** [P] */
  readonly gradient: FloatTensor;
  /** [stateLength(P)] */
  readonly state: FloatTensor;
  /** Scalar. */
  readonly learningRate: FloatTensor;
  /** [P]: 1 where weight decay applies (weights with more than one axis), else 0. */
  readonly decayed: FloatTensor;
}
