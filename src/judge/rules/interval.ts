import type { LabelEvidence } from '../../protocol/evidence';
import type { Task, Verdict } from '../../protocol/vocabulary';
import {
  brokenClass,
  changedNothing,
  count,
  percent,
  sentence,
  thresholdInWords,
  toldApart,
  unknownOf,
} from '../words';
import {
  brokenClasses,
  brokenTwice,
  isChangeProven,
  picturesPerClass,
  suspectedClasses,
  uncheckedClasses,
} from './brokenClasses';
import { presentationsBeforeSafe } from './enoughTraining';
import type { Look, RuleOutcome } from './look';

export interface IntervalRuleSettings {
  /** The probe's AUROC that separates safe from shifting. */
  readonly threshold: number;
  /** With labels, `safe` needs evidence that they hold. */
  readonly task: Task;
  /** The data set's class names, for the reasons. */
  readonly classes: readonly string[];
}

type Outcome = RuleOutcome<Verdict>;

/**
 * The default rule. The probe's judged interval wholly below the threshold → safe, wholly above → shifting, else undecided;
 * labels that break in two evaluations running → harmful, whatever the AUROC. `safe` waits for 64,000 presentations and for
 * evidence that labels hold; before that, `shifting` needs two evaluations in a row, except in the screening stage.
 */
export function intervalRule(look: Look, settings: IntervalRuleSettings): Outcome {
  const { evidence, previous, presentations } = look;
  const told = toldApart(look.name, evidence.alone.probe);
  if (evidence.alone.changed === 0) return noEffect(look);

  const broken = evidence.labels === null ? [] : brokenClasses(evidence.labels);
  const confirmed = evidence.labels && previous?.labels ? brokenTwice(evidence.labels, previous.labels) : [];
  const named = (classes: typeof broken): string => classes.map((one) => brokenClass(one, settings.classes)).join('; ');
  if (confirmed.length > 0) {
    return { verdict: 'harmful', reasonCode: 'labels-change', reason: sentence(`labels break: ${named(confirmed)}`) };
  }

  if (isAbove(evidence.alone.probe.intervalJudged, settings)) {
    const seenBefore = previous !== null && isAbove(previous.alone.probe.intervalJudged, settings);
    if (presentations > 0 && presentations < presentationsBeforeSafe && !seenBefore) {
      return undecided('once-only', told, 'it was told in one evaluation only; shifting is said after two in a row');
    }
    const suspected = evidence.labels === null ? [] : suspectedClasses(evidence.labels);
    return {
      verdict: 'shifting',
      reasonCode: 'above-threshold',
      reason: sentence(
        told,
        broken.length > 0 ? `labels broke in this evaluation, too: ${named(broken)}` : '',
        suspected.length > 0 ? `labels may break, too, which is not shown: ${named(suspected)}` : '',
      ),
    };
  }
  if (broken.length > 0) {
    return undecided(
      'once-only',
      `labels broke in one evaluation only (harmful is said after two in a row): ${named(broken)}`,
    );
  }
  if (presentations < presentationsBeforeSafe) {
    return undecided(
      'too-early',
      told,
      `nothing is called safe before ${count(presentationsBeforeSafe)} presentations, and this was after ${count(presentations)}`,
    );
  }
  if (!isBelow(evidence.alone.probe.intervalJudged, settings)) {
    return undecided(
      'across-threshold',
      told,
      `the interval lies across the threshold of ${thresholdInWords(settings.threshold)}`,
    );
  }
  if (previous !== null && isAbove(previous.alone.probe.intervalJudged, settings)) {
    return undecided('once-only', told, 'the evaluation before told it above the threshold');
  }
  if (settings.task === 'none') {
    return {
      verdict: 'safe',
      reasonCode: 'below-threshold',
      reason: sentence(told, 'without labels, no label was checked'),
    };
  }
  return withLabels(told, evidence.labels, settings);
}

/** The last condition for `safe`: most recognised pictures keep their class, and no class looks broken. */
function withLabels(told: string, labels: LabelEvidence | null, { classes }: IntervalRuleSettings): Outcome {
  if (labels === null || labels.n < picturesPerClass) {
    return undecided(
      'too-few-labels',
      told,
      `only ${labels?.n ?? 0} held-out pictures are recognised clean, and ${picturesPerClass} are needed to say whether labels hold`,
    );
  }
  const suspected = suspectedClasses(labels);
  if (suspected.length > 0) {
    const few = suspected.filter((one) => !isChangeProven(one));
    const doubted = suspected.filter(isChangeProven);
    const named = (some: typeof suspected): string => some.map((one) => brokenClass(one, classes)).join('; ');
    return undecided(
      few.length > 0 ? 'too-few-labels' : 'labels-change',
      told,
      few.length > 0 ? `labels may break, too few pictures to say: ${named(few)}` : '',
      doubted.length > 0 ? `labels may break, but the task head is not sure enough to say: ${named(doubted)}` : '',
    );
  }
  const kept = `${percent(labels.agreement)} of ${count(labels.n)} recognised pictures keep their class`;
  if (labels.interval95[0] <= 0.5) {
    return undecided('labels-change', told, `only ${kept}, though none of the classes turns into one other`);
  }
  return {
    verdict: 'safe',
    reasonCode: 'below-threshold',
    reason: sentence(told, `labels hold: ${kept}`, unknownOf(uncheckedClasses(labels), classes)),
  };
}

function noEffect({ evidence, presentations }: Look): Outcome {
  const nothing = changedNothing(evidence.alone.n);
  return presentations < presentationsBeforeSafe
    ? undecided('too-early', nothing, `nothing is called safe before ${count(presentationsBeforeSafe)} presentations`)
    : { verdict: 'safe', reasonCode: 'no-effect', reason: sentence(nothing) };
}

function undecided(reasonCode: Outcome['reasonCode'], ...parts: string[]): Outcome {
  return { verdict: 'undecided', reasonCode, reason: sentence(...parts) };
}

function isAbove([low]: readonly [number, number], { threshold }: IntervalRuleSettings): boolean {
  return low > threshold;
}

function isBelow([, high]: readonly [number, number], { threshold }: IntervalRuleSettings): boolean {
  return high < threshold;
}
