import type { Closing, Pairs, UseEvidence } from '../../protocol/closing';
import type { IntervalRuleSettings } from '../rules/interval';
import { type JudgedWithEvidence, safeMembers, safeSet } from '../safeSet';
import { judgeTogether } from './judgeTogether';
import { type SafeMember, smallestRemoval } from './smallestRemoval';
import { pairName, useName } from './words';

/** A transform with its verdict under the threshold in question. */
export type JudgedTransform = JudgedWithEvidence & SafeMember;

/**
 * What was measured of transforms in company, judged again, say under another threshold, and what must leave the set of those that
 * are safe under it. A transform that became safe only now has no pairs: they were not measured, and none of them removes anything.
 * A use of other transforms than would be recommended now says nothing and is null.
 */
export function rejudgeTogether(
  { pairs, use }: Pick<Closing, 'pairs' | 'use'>,
  transforms: readonly JudgedTransform[],
  presentations: number,
  settings: IntervalRuleSettings,
): Pick<Closing, 'pairs' | 'use'> {
  const judged = pairs && judgePairs(pairs, transforms, presentations, settings);
  const names = safeSet(transforms, judged);
  const isSameUse = use?.transforms.length === names.length && use.transforms.every((name) => names.includes(name));
  return { pairs: judged, use: use && isSameUse ? judgeUse(use, presentations, settings) : null };
}

function judgePairs(
  { pairs }: Pairs,
  transforms: readonly JudgedTransform[],
  presentations: number,
  settings: IntervalRuleSettings,
): Pairs {
  const judged = pairs.map((pair) => ({
    ...pair,
    ...judgeTogether(pairName(pair.transforms), pair, presentations, settings),
  }));
  return { pairs: judged, removed: smallestRemoval(safeMembers(transforms), judged) };
}

function judgeUse(use: UseEvidence, presentations: number, settings: IntervalRuleSettings): UseEvidence {
  return { ...use, ...judgeTogether(useName, use, presentations, settings) };
}
