import type { Member } from '../../../src/judge/pairs/members';
import type { PairEvidence } from '../../../src/protocol/closing';
import { above, across, below } from '../looks';

/** A safe transform whose judged interval reaches up to `reach`; safe up to `value` only, where that is given. */
export function member(name: string, reach = 0.55, value: number | null = null): Member {
  return { name, value, reach };
}

/** A measured pair with the verdict that its figures stand for. */
export function pair(
  first: string,
  second: string,
  verdict: PairEvidence['verdict'],
  replaced: Partial<PairEvidence> = {},
): PairEvidence {
  const probe = { safe: below, shifting: above, harmful: below, undecided: across }[verdict];
  return {
    transforms: [first, second],
    verdict,
    reasonCode: 'below-threshold',
    reason: '',
    probe,
    labels: null,
    n: 1000,
    ...replaced,
  };
}
