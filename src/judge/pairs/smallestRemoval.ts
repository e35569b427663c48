import type { PairEvidence } from '../../protocol/closing';
import type { TransformResult } from '../../protocol/result';
import { type Edge, smallestCover } from './smallestCover';

/** A member of the safe set, in the pool's order. */
export type SafeMember = Pick<TransformResult, 'name'> & {
  readonly evidence: { readonly alone: Pick<TransformResult['evidence']['alone'], 'probe'> };
};

/**
 * The fewest transforms that must leave the safe set so that no pair in it is unsafe, in the set's order: what the authors of the
 * paper did by hand for their "Safe v2". Only pairs that are shifting or harmful, in either order, count; undecided ones do not.
 * Of several such removals the one that takes the least certain transforms is chosen: those whose judged interval reaches highest.
 */
export function smallestRemoval(
  members: readonly SafeMember[],
  pairs: readonly Pick<PairEvidence, 'transforms' | 'verdict'>[],
): string[] {
  const place = (name: string): number => members.findIndex((member) => member.name === name);
  const edges = pairs
    .filter(isUnsafe)
    .map(({ transforms: [first, second] }): Edge => [place(first), place(second)])
    .filter((ends) => !ends.includes(-1));
  const reach = (member: number): number => members[member].evidence.alone.probe.intervalJudged[1];
  return smallestCover(edges, reach).map((member) => members[member].name);
}

/** Told apart, or labels break. */
export function isUnsafe({ verdict }: Pick<PairEvidence, 'verdict'>): boolean {
  return verdict === 'shifting' || verdict === 'harmful';
}
