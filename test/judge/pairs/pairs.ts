import type { SafeMember } from '../../../src/judge/pairs/smallestRemoval';
import type { PairEvidence } from '../../../src/protocol/closing';
import { above, across, below, between } from '../looks';

/** A safe transform whose judged interval reaches up to `reach`. */
export function member(name: string, reach = 0.55): SafeMember {
  return { name, evidence: { alone: { probe: between(0.48, reach) } } };
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
