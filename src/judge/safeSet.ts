import type { Pairs, UseEvidence } from '../protocol/closing';
import type { Evidence } from '../protocol/evidence';
import type { Verdict } from '../protocol/vocabulary';
import { isUnsafe } from './pairs/smallestRemoval';

export interface JudgedWithEvidence {
  readonly name: string;
  readonly verdict: Verdict;
  readonly evidence: { readonly alone: Pick<Evidence['alone'], 'changed'> };
}

/**
 * Names of the transforms that are safe and do something on this data, without those that unsafe pairs removed, in the pool's
 * order. `pairs`: null (the default) where none were looked at.
 */
export function safeSet(
  transforms: readonly JudgedWithEvidence[],
  pairs: Pick<Pairs, 'removed'> | null = null,
): string[] {
  return safeMembers(transforms)
    .map(({ name }) => name)
    .filter((name) => !pairs?.removed.includes(name));
}

/** The safe set before pairs are looked at. */
export function safeMembers<T extends JudgedWithEvidence>(transforms: readonly T[]): T[] {
  return transforms.filter(({ verdict, evidence }) => verdict === 'safe' && evidence.alone.changed > 0);
}

/** A subset of this size is drawn for a picture, each of its transforms applied with probability p. */
export interface SetUse {
  readonly subsetSize: number;
  readonly p: number;
}

/** The use that is measured: subsets of up to 3 transforms, each applied half of the time. */
export function recommendedUse(names: readonly string[]): SetUse {
  return { subsetSize: Math.min(3, names.length), p: 0.5 };
}

/**
 * How to use a safe set: as recommended, or one transform at a time, as each was judged, where the recommended use itself was seen to
 * shift or to break labels. `measured`: null where it was not looked at.
 */
export function usedAs(names: readonly string[], measured: Pick<UseEvidence, 'verdict'> | null): SetUse {
  const { subsetSize, p } = recommendedUse(names);
  return { subsetSize: measured !== null && isUnsafe(measured) ? Math.min(1, subsetSize) : subsetSize, p };
}
