import type { Auroc, Evidence, LabelEvidence } from '../../protocol/evidence';
import type { Verdict } from '../../protocol/vocabulary';
import { intervalRule, type IntervalRuleSettings } from '../rules/interval';
import type { RuleOutcome } from '../rules/look';

/** What was measured of several transforms together. */
export interface TogetherEvidence {
  readonly probe: Auroc;
  readonly labels: LabelEvidence | null;
  /** Pictures on each side. */
  readonly n: number;
}

/**
 * Judges transforms in company by the interval rule, as if they were one transform. They are looked at once, at the end of a run,
 * whose every member was safe in evaluations before: that stands for the look before which the rule asks for. So labels that
 * break once, in company, count as broken; the transforms' own verdicts stay as they are.
 */
export function judgeTogether(
  name: string,
  { probe, labels, n }: TogetherEvidence,
  presentations: number,
  settings: IntervalRuleSettings,
): RuleOutcome<Verdict> {
  const alone = { head: null, network: null, statistics: probe, probe, n, changed: 1 };
  const evidence: Evidence = { clean: null, augmented: null, alone, labels };
  return intervalRule({ name, presentations, evidence, previous: evidence }, settings);
}
