import type { Closing } from '../../protocol/closing';
import type { PresentationOrder } from '../../data/split/trainingOrder';
import type { CompiledNetwork } from '../compiledNetwork';
import type { JudgingSets } from '../judgingSets';
import type { LearnJob } from '../learnJob';
import type { LearnState } from '../learnState';
import type { KeptOutputs, Weights } from '../measuring/infer';

/** What a closing look may use: the run as it is after its last evaluation. */
export interface ClosingContext {
  readonly job: LearnJob;
  readonly state: LearnState;
  readonly network: CompiledNetwork;
  /** Averaged parameters with the BatchNorm statistics of the last evaluation. */
  readonly weights: Weights;
  readonly sets: JudgingSets;
  /** The network's outputs on the sets that the last evaluation measured, for `infer`; empty after a resume. */
  readonly kept: KeptOutputs;
  /** The judging items in the order of the sets: any first part is a fair sample. */
  readonly judging: Int32Array;
  readonly order: PresentationOrder;
  /** Planned looks of the run, which judged intervals are corrected for. */
  readonly looks: number;
  readonly onProgress: (done: number, total: number) => void;
}

/** One closing look: a pure function over engine and feed. Throws the signal's reason when aborted. */
export type ClosingLook<Part extends keyof Closing> = (context: ClosingContext) => Promise<Closing[Part]>;
