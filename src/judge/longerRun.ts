import type { ReasonCode } from '../protocol/result';
import { presentationsBeforeSafe } from './rules/enoughTraining';

export interface LongerRunOptions {
  readonly reasonCode: ReasonCode;
  /** What the run had learned from. */
  readonly presentations: number;
  /** Whether the detector was looked at by controls. */
  readonly hasControls: boolean;
}

/**
 * Presentations of a run that would probably settle what is undecided for want of training: twice as many, and at least those
 * before which nothing is called safe. Null where training is not what is missing.
 */
export function longerRun({ reasonCode, presentations, hasControls }: LongerRunOptions): number | null {
  const helps =
    reasonCode === 'too-early' || reasonCode === 'once-only' || (reasonCode === 'not-sensitive' && hasControls);
  if (!helps) return null;
  return Math.max(presentationsBeforeSafe, reasonCode === 'too-early' ? 0 : 2 * presentations);
}
