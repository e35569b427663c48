import type { MagnitudeStep } from '../../protocol/closing';
import type { Auroc, Evidence, LabelEvidence } from '../../protocol/evidence';
import type { Interval, Verdict } from '../../protocol/vocabulary';
import { isotonicFit, risingIntervals } from '../monotoneFit';
import { confirmSafe, type ConfirmSafeOptions } from '../rules/confirmSafe';
import { intervalRule, type IntervalRuleSettings } from '../rules/interval';
import type { Look } from '../rules/look';

/** What was measured of a transform at one strength. */
export interface MeasuredStep {
  readonly probe: Auroc;
  readonly labels: LabelEvidence | null;
  /** Pictures on each side. */
  readonly n: number;
  /** The transform's own verdict, for the default strength; undefined for any other. */
  readonly judged?: Verdict | undefined;
}

export type JudgedStep = Pick<MagnitudeStep, 'fitted' | 'fittedInterval' | 'verdict' | 'verdictBelow'>;

/** The run as it is when its strengths are judged. */
export type JudgeStepsSettings = IntervalRuleSettings & ConfirmSafeOptions & { readonly presentations: number };

/**
 * Judges a transform's strengths, given from the mildest on, as a transform is judged. The stronger, the better it is told: the AUROCs
 * are fitted so, and intervals narrowed by their neighbours. All other conditions hold for a strength as they do for a transform (labels,
 * controls, training); but it is looked at once, at the end of a run, so that this look stands for the one before, too.
 */
export function judgeSteps(name: string, steps: readonly MeasuredStep[], settings: JudgeStepsSettings): JudgedStep[] {
  const fitted = isotonicFit(
    steps.map(({ probe }) => probe.auroc),
    steps.map(({ n }) => n),
  );
  const intervals = risingIntervals(steps.map(({ probe, n }) => ({ interval: probe.intervalJudged, n })));
  return steps.map((step, i) => {
    const verdictBelow = intervalRule(untold(name, step.labels, settings.presentations), settings).verdict;
    return {
      fitted: fitted[i],
      fittedInterval: intervals[i],
      verdict: step.judged ?? verdictAt(intervals[i], verdictBelow, settings),
      verdictBelow,
    };
  });
}

/** The verdict of a strength under a threshold, given what the controls showed; `verdictBelow`: what labels and training allow. */
export function verdictAt([low, high]: Interval, verdictBelow: Verdict, options: ConfirmSafeOptions): Verdict {
  if (verdictBelow === 'harmful') return 'harmful';
  if (low > options.threshold) return 'shifting';
  if (high >= options.threshold) return 'undecided';
  const outcome = { verdict: verdictBelow, reasonCode: 'below-threshold', reason: '' } as const;
  return confirmSafe(outcome, untold('', null, 0), options).verdict;
}

/** A look at what cannot be told at all, twice running: then everything but the AUROC decides. */
function untold(name: string, labels: LabelEvidence | null, presentations: number): Look {
  const probe: Auroc = { auroc: 0, interval95: [0, 0], intervalJudged: [0, 0] };
  const alone = { head: probe, network: probe, statistics: probe, probe, n: 0, changed: 1 };
  const evidence: Evidence = { clean: null, augmented: null, alone, labels };
  return { name, presentations, evidence, previous: evidence };
}
