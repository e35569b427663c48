import type { Controls } from '../protocol/controls';
import type { Evidence } from '../protocol/evidence';
import type { ReasonCode } from '../protocol/result';
import type { PaperVerdict, RuleName, Verdict } from '../protocol/vocabulary';
import { type Exceptions, exceptionsOf } from './exceptions';
import { uncheckedClasses } from './rules/brokenClasses';
import { confirmSafe } from './rules/confirmSafe';
import { intervalRule, type IntervalRuleSettings } from './rules/interval';
import type { Look } from './rules/look';
import { paperRule } from './rules/paper';
import { otherClasses } from './words';

export interface JudgeSettings extends IntervalRuleSettings {
  /** The rule whose verdict counts. */
  readonly rule: RuleName;
  /** Whether the run was to plant marks that tell what the detector could see. */
  readonly controls: boolean;
}

/** What one evaluation measured; an `evaluation` event is one. */
export interface MeasuredEvaluation {
  readonly presentations: number;
  /** What the detector could have seen; null where nothing was planted. */
  readonly controls: Controls | null;
  readonly transforms: readonly {
    readonly name: string;
    readonly evidence: Evidence;
    /** Presentations at which it was measured, where that was at an earlier evaluation; default these. */
    readonly measuredAt?: number;
  }[];
}

export interface Judgement extends Exceptions {
  readonly name: string;
  /** The chosen rule's; the paper's `other` reads as `shifting`. */
  readonly verdict: Verdict;
  readonly verdicts: { readonly interval: Verdict; readonly paper: PaperVerdict };
  readonly reasonCode: ReasonCode;
  readonly reason: string;
}

/** Judges a whole history again, say under another threshold or rule: for each evaluation its transforms' verdicts. */
export function rejudge(evaluations: readonly MeasuredEvaluation[], settings: JudgeSettings): Judgement[][] {
  return evaluations.map((evaluation) => judge(evaluation, evaluations, settings));
}

/**
 * The verdicts of one evaluation, given the others of its run. Only evaluations at fewer presentations count as earlier, so
 * that one which a resumed run repeats is not taken for a second look; of several at the same count, the last counts. Evidence that
 * was carried on is judged as where it was measured: by that detector's training and controls, after the look before that one.
 */
export function judge(
  { presentations, controls, transforms }: MeasuredEvaluation,
  history: readonly MeasuredEvaluation[],
  settings: JudgeSettings,
): Judgement[] {
  const earlier = history.filter((other) => other.presentations < presentations);
  const latestFirst = earlier.toReversed().sort((a, b) => b.presentations - a.presentations);
  return transforms.map(({ name, evidence, measuredAt = presentations }) => {
    const previous = latestFirst
      .filter((other) => other.presentations < measuredAt)
      .map((other) => other.transforms.find((one) => one.name === name))
      .find(Boolean);
    const look = { name, presentations: measuredAt, evidence, previous: previous?.evidence ?? null };
    const { controls: asked, threshold } = settings;
    const measuredBy = latestFirst.find((other) => other.presentations === measuredAt)?.controls ?? null;
    const confirming = { asked, controls: measuredAt < presentations ? measuredBy : controls, threshold };
    const byInterval = (one: Look) => confirmSafe(intervalRule(one, settings), one, confirming);
    const exceptions = exceptionsOf(look, (others) => byInterval(others).verdict);
    const found = byInterval(look);
    const unknown = evidence.labels ? uncheckedClasses(evidence.labels) : [];
    const others = unknown.filter((index) => !exceptions.exceptClasses.includes(index));
    const interval = { ...found, reason: `${found.reason}${otherClasses(exceptions, others, settings.classes)}` };
    const paper = paperRule(look);
    const chosen = settings.rule === 'interval' ? interval : { ...paper, verdict: asVerdict(paper.verdict) };
    return { name, ...chosen, ...exceptions, verdicts: { interval: interval.verdict, paper: paper.verdict } };
  });
}

function asVerdict(verdict: PaperVerdict): Verdict {
  return verdict === 'other' ? 'shifting' : verdict;
}
