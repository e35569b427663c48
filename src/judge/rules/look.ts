import type { Evidence } from '../../protocol/evidence';
import type { ReasonCode } from '../../protocol/result';

/** One transform at one evaluation, with what a rule may know of the one before. */
export interface Look {
  readonly name: string;
  /** Image presentations that the network had learned from; 0 = the screening stage, statistics alone. */
  readonly presentations: number;
  readonly evidence: Evidence;
  /** The transform's evidence at the evaluation before; null at its first. */
  readonly previous: Evidence | null;
}

/** What a rule says, and why: a code for programs, a sentence with figures for people. */
export interface RuleOutcome<Said> {
  readonly verdict: Said;
  readonly reasonCode: ReasonCode;
  readonly reason: string;
}
