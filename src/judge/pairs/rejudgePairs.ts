import type { Pairs } from '../../protocol/closing';
import type { IntervalRuleSettings } from '../rules/interval';
import { judgeTogether } from './judgeTogether';
import { type SafeMember, smallestRemoval } from './smallestRemoval';
import { pairName } from './words';

/**
 * The same pairs judged again, say under another threshold, and what must leave the set of the transforms that are safe under it.
 * A transform that became safe only now has no pairs: they were not measured, and none of them removes anything.
 */
export function rejudgePairs(
  { pairs }: Pairs,
  members: readonly SafeMember[],
  presentations: number,
  settings: IntervalRuleSettings,
): Pairs {
  const judged = pairs.map((pair) => ({
    ...pair,
    ...judgeTogether(pairName(pair.transforms), pair, presentations, settings),
  }));
  return { pairs: judged, removed: smallestRemoval(members, judged) };
}
