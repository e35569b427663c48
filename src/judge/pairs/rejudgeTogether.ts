import type { Closing, Pairs, UseEvidence } from '../../protocol/closing';
import type { IntervalRuleSettings } from '../rules/interval';
import { judgeTogether } from './judgeTogether';
import { candidates, exportedMembers, isSameAs, type JudgedTransform, type Member } from './members';
import { smallestRemoval } from './smallestRemoval';
import { pairName, useName } from './words';

/**
 * What was measured of transforms in company, judged again, say under another threshold, and what must leave the set of those that
 * are safe under it; `magnitudes` are as judged under it. Pairs of what is not in that set now, or in another range, say nothing of it
 * and are left out. A transform that became safe only now has none: they were not measured, and none of them removes anything. A use of
 * other transforms or ranges than would be recommended now is null.
 */
export function rejudgeTogether(
  { pairs, use, magnitudes }: Pick<Closing, 'pairs' | 'use' | 'magnitudes'>,
  transforms: readonly JudgedTransform[],
  presentations: number,
  settings: IntervalRuleSettings,
): Pick<Closing, 'pairs' | 'use'> {
  const members = candidates(transforms, { magnitudes });
  const judged = pairs && judgePairs(pairs, members, presentations, settings);
  const used = exportedMembers(transforms, { pairs: judged, magnitudes });
  const isSameUse = use?.transforms.length === used.length && used.every((member) => isSameAs(member, use));
  return { pairs: judged, use: use && isSameUse ? judgeUse(use, presentations, settings) : null };
}

function judgePairs(
  measured: Pairs,
  members: readonly Member[],
  presentations: number,
  settings: IntervalRuleSettings,
): Pairs {
  const asMeasured = members.filter((member) =>
    isSameAs(member, { transforms: [member.name], milder: measured.milder }),
  );
  const known = new Set(asMeasured.map(({ name }) => name));
  const pairs = measured.pairs
    .filter(({ transforms }) => transforms.every((name) => known.has(name)))
    .map((pair) => ({ ...pair, ...judgeTogether(pairName(pair.transforms), pair, presentations, settings) }));
  return { ...measured, pairs, removed: smallestRemoval(asMeasured, pairs) };
}

function judgeUse(use: UseEvidence, presentations: number, settings: IntervalRuleSettings): UseEvidence {
  return { ...use, ...judgeTogether(useName, use, presentations, settings) };
}
