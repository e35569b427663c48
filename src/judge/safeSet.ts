import type { Evidence } from '../protocol/evidence';
import type { Verdict } from '../protocol/vocabulary';

export interface JudgedWithEvidence {
  readonly name: string;
  readonly verdict: Verdict;
  readonly evidence: { readonly alone: Pick<Evidence['alone'], 'changed'> };
}

/** Names of the transforms that are safe and do something on this data, in the pool's order. */
export function safeSet(transforms: readonly JudgedWithEvidence[]): string[] {
  return transforms
    .filter(({ verdict, evidence }) => verdict === 'safe' && evidence.alone.changed > 0)
    .map(({ name }) => name);
}

/** How to use a safe set: subsets of up to 3 transforms, each applied half of the time. */
export function recommendedUse(names: readonly string[]): { subsetSize: number; p: number } {
  return { subsetSize: Math.min(3, names.length), p: 0.5 };
}
