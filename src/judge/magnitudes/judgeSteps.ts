import type { MagnitudeStep } from '../../protocol/closing';
import type { Auroc, Evidence, LabelEvidence } from '../../protocol/evidence';
import type { Interval, Verdict } from '../../protocol/vocabulary';
import { isotonicFit, risingIntervals } from '../monotoneFit';
import { intervalRule, type IntervalRuleSettings } from '../rules/interval';

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

/**
 * Judges a transform's strengths, given from the mildest on, by the interval rule. The stronger, the better it is told: the AUROCs are
 * fitted so, and intervals narrowed by their neighbours. All other conditions of the rule hold for a strength as they do for a
 * transform; but it is looked at once, at the end of a run, so that this look stands for the one before, too.
 */
export function judgeSteps(
  name: string,
  steps: readonly MeasuredStep[],
  presentations: number,
  settings: IntervalRuleSettings,
): JudgedStep[] {
  const fitted = isotonicFit(
    steps.map(({ probe }) => probe.auroc),
    steps.map(({ n }) => n),
  );
  const intervals = risingIntervals(steps.map(({ probe, n }) => ({ interval: probe.intervalJudged, n })));
  return steps.map((step, i) => {
    const verdictBelow = ruleBelow(name, step, presentations, settings);
    return {
      fitted: fitted[i],
      fittedInterval: intervals[i],
      verdict: step.judged ?? verdictAt(intervals[i], verdictBelow, settings.threshold),
      verdictBelow,
    };
  });
}

/** The verdict of a strength under a threshold; `verdictBelow`: what all but the AUROC allows. */
export function verdictAt([low, high]: Interval, verdictBelow: Verdict, threshold: number): Verdict {
  if (verdictBelow === 'harmful') return 'harmful';
  if (low > threshold) return 'shifting';
  return high < threshold ? verdictBelow : 'undecided';
}

/** What the rule would say if it could not be told at all: labels, controls and training alone decide. */
function ruleBelow(
  name: string,
  { labels, n }: MeasuredStep,
  presentations: number,
  settings: IntervalRuleSettings,
): Verdict {
  const untold: Auroc = { auroc: 0, interval95: [0, 0], intervalJudged: [0, 0] };
  const alone = { head: null, network: null, statistics: untold, probe: untold, n, changed: 1 };
  const evidence: Evidence = { clean: null, augmented: null, alone, labels };
  return intervalRule({ name, presentations, evidence, previous: evidence }, settings).verdict;
}
