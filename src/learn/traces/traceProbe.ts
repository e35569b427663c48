import type { Step } from '../../data/feed/steps/step';
import { judgedAuroc } from '../../judge/aurocInterval';
import { crossFittedProbe, ridges } from '../../judge/crossFittedProbe';
import { probeDifferenceInterval } from '../../judge/probeDifference';
import type { ProbeSide } from '../../judge/probeSide';
import type { TraceProbe } from '../../protocol/closing';
import type { Interval } from '../../protocol/vocabulary';
import { type Hidden, traceSentence } from './traceSentence';

/** The same pictures, clean and transformed, in the same folds. */
export interface Sides {
  readonly clean: ProbeSide;
  readonly transformed: ProbeSide;
}

export interface TraceProbeOptions {
  readonly transform: string;
  readonly step: Step;
  /** As they are judged. */
  readonly without: Sides;
  /** Each side after the step. */
  readonly with: Sides;
  /** The AUROC above which a transform counts as seen. */
  readonly threshold: number;
  readonly zJudged: number;
  /** Of the probe. Default: that of verdicts. */
  readonly ridge?: number;
}

/**
 * Does the step, taken on both sides, hide what tells them? It is a trace, and not what the transform does to the picture, where
 * the judged interval lies above the threshold without the step and no longer with it, and the step takes more than half
 * of what was seen above chance (by the paired interval of the difference): any step takes a little of everything.
 */
export function traceProbe(options: TraceProbeOptions): TraceProbe {
  const { transform, step, threshold, zJudged, ridge = ridges.probe } = options;
  const [before, after] = [options.without, options.with].map((sides) => crossFittedProbe({ ...sides, ridge }));
  const without = judgedAuroc(before, zJudged);
  const withStep = judgedAuroc(after, zJudged);
  const differenceInterval95 = probeDifferenceInterval(before, after, options.without.clean.folds);
  const seen = without.intervalJudged[0] > threshold;
  const seenStill = withStep.intervalJudged[0] > threshold;
  const hidden = hiddenPart(without.auroc, differenceInterval95);
  const fileTrace = seen && !seenStill && hidden === 'most';
  const told = { transform, without, with: withStep, differenceInterval95, fileTrace };
  return { ...told, step: step.kind, n: before.n, sentence: traceSentence(step, told, seen ? hidden : null) };
}

function hiddenPart(auroc: number, [low, high]: Interval): Hidden {
  const half = Math.max(0, auroc - 0.5) / 2;
  if (low > half) return 'most';
  return high < half ? 'little' : 'half';
}
