import type { PairEvidence } from '../../protocol/closing';
import type { Member } from './members';
import { type Edge, smallestCover } from './smallestCover';

type JudgedPair = Pick<PairEvidence, 'transforms' | 'verdict'>;

/**
 * The fewest transforms that must leave so that no pair is unsafe, in the members' order: what the authors of the paper did by hand
 * for their "Safe v2". What is safe as it was judged is sorted out first, so that it never leaves for something that is safe in a
 * smaller range only; of that the fewest leave that clash with what stays.
 */
export function smallestRemoval(members: readonly Member[], pairs: readonly JudgedPair[]): string[] {
  const judged = members.filter(({ value }) => value === null);
  const milder = members.filter(({ value }) => value !== null);
  const removed = new Set(fewest(judged, pairs));
  const staying = judged.filter(({ name }) => !removed.has(name));
  const clashing = milder.filter(({ name }) => staying.some((other) => isUnsafeTogether(name, other.name, pairs)));
  const joining = milder.filter((member) => !clashing.includes(member));
  for (const name of [...clashing.map((member) => member.name), ...fewest(joining, pairs)]) removed.add(name);
  return members.map(({ name }) => name).filter((name) => removed.has(name));
}

/**
 * Only pairs that are shifting or harmful, in either order, count; undecided ones do not. Of several such removals the one
 * that takes the least certain transforms is chosen: those whose judged interval reaches highest.
 */
function fewest(members: readonly Member[], pairs: readonly JudgedPair[]): string[] {
  const place = (name: string): number => members.findIndex((member) => member.name === name);
  const edges = pairs
    .filter(isUnsafe)
    .map(({ transforms: [first, second] }): Edge => [place(first), place(second)])
    .filter((ends) => !ends.includes(-1));
  return smallestCover(edges, (member) => members[member].reach).map((member) => members[member].name);
}

function isUnsafeTogether(one: string, other: string, pairs: readonly JudgedPair[]): boolean {
  return pairs.some((pair) => isUnsafe(pair) && pair.transforms.includes(one) && pair.transforms.includes(other));
}

/** Told apart, or labels break. */
export function isUnsafe({ verdict }: Pick<PairEvidence, 'verdict'>): boolean {
  return verdict === 'shifting' || verdict === 'harmful';
}
