import type { Controls } from '../protocol/controls';
import type { ReasonCode } from '../protocol/result';
import { presentationsBeforeSafe } from './rules/enoughTraining';

export interface LongerRunOptions {
  readonly reasonCode: ReasonCode;
  /** What the run had learned from. */
  readonly presentations: number;
  /** What the detector could have seen; null where it was not looked at by controls. */
  readonly controls: { readonly negative: Pick<Controls['negative'], 'holds'> } | null;
}

/**
 * Presentations of a run that would probably settle what is undecided for want of training: twice as many, and at least those
 * before which nothing is called safe. Null where training is not what is missing: no training helps where a label without effect is told.
 */
export function longerRun({ reasonCode, presentations, controls }: LongerRunOptions): number | null {
  const helps =
    reasonCode === 'too-early' ||
    reasonCode === 'once-only' ||
    (reasonCode === 'not-sensitive' && controls?.negative.holds === true);
  if (!helps) return null;
  return Math.max(presentationsBeforeSafe, reasonCode === 'too-early' ? 0 : 2 * presentations);
}
