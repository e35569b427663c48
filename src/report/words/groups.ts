import type { TransformResult } from '../../protocol/result';
import type { Verdict } from '../../protocol/vocabulary';
import { verdictOrder } from './verdicts';

export interface VerdictGroup {
  readonly verdict: Verdict;
  readonly members: readonly TransformResult[];
}

/** The transforms by verdict, from safe to harmful, in each the least visible first and those without any effect last; no empty groups. */
export function verdictGroups(transforms: readonly TransformResult[]): VerdictGroup[] {
  const rank = ({ reasonCode, evidence }: TransformResult): number =>
    (reasonCode === 'no-effect' ? 2 : 0) + evidence.alone.probe.auroc;
  return verdictOrder
    .map((verdict) => ({
      verdict,
      members: transforms.filter((one) => one.verdict === verdict).sort((a, b) => rank(a) - rank(b)),
    }))
    .filter(({ members }) => members.length > 0);
}
