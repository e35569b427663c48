import type { Pairs } from '../protocol/closing';
import type { Evidence } from '../protocol/evidence';
import type { Verdict } from '../protocol/vocabulary';

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

/** How to use a safe set: subsets of up to 3 transforms, each applied half of the time. */
export function recommendedUse(names: readonly string[]): { subsetSize: number; p: number } {
  return { subsetSize: Math.min(3, names.length), p: 0.5 };
}
