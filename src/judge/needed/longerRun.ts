import type { Controls } from '../../protocol/controls';
import type { Auroc } from '../../protocol/evidence';
import type { ReasonCode } from '../../protocol/result';
import { presentationsBeforeSafe } from '../rules/enoughTraining';

export interface LongerRunOptions {
  readonly reasonCode: ReasonCode;
  readonly evidence: { readonly alone: { readonly probe: Auroc } };
  readonly threshold: number;
  /** What the run had learned from. */
  readonly presentations: number;
  /** Change of the probe's AUROC per doubling of presentations; null where it was measured once. */
  readonly slope: number | null;
  /** What the detector could have seen; null where it was not looked at by controls. */
  readonly controls: { readonly negative: Pick<Controls['negative'], 'holds'> } | null;
}

/** What creeps across the threshold is followed so far, and no further. */
const mostDoublings = 2;

/**
 * Presentations of a run that would probably settle what is undecided for want of training: twice as many, and at least those
 * before which nothing is called safe. Null where training is not what is missing: no training helps where a label without effect is told.
 */
export function longerRun(options: LongerRunOptions): number | null {
  const { reasonCode, presentations, controls } = options;
  switch (reasonCode) {
    case 'too-early':
      return presentationsBeforeSafe;
    case 'once-only':
      return Math.max(presentationsBeforeSafe, 2 * presentations);
    case 'not-sensitive':
      return controls?.negative.holds === true ? Math.max(presentationsBeforeSafe, 2 * presentations) : null;
    case 'across-threshold':
      return untilAbove(options);
    default:
      return null;
  }
}

/** What is told better from look to look lies above the threshold after some doublings, did it go on as it did. */
function untilAbove({ evidence, threshold, presentations, slope }: LongerRunOptions): number | null {
  if (slope === null || slope <= 0) return null;
  const doublings = Math.floor((threshold - evidence.alone.probe.intervalJudged[0]) / slope) + 1;
  return doublings <= mostDoublings ? presentations * 2 ** doublings : null;
}
