import type { LabelEvidence } from '../../protocol/evidence';

/** "Halfway from guessing to always right": (recall − 1/K)/(1 − 1/K) for K classes, as Cohen's kappa corrects accuracy for chance. */
const leastKnowledge = 0.5;

/**
 * The classes that the task head knows clean, by index. Of the others nothing can be said: pictures that a weak head recognises are partly
 * lucky guesses, and any second look at them, however harmless the transform, makes most of the luck go away.
 */
export function knownClasses({ perClass }: LabelEvidence): Set<number> {
  const chance = chanceOf({ perClass });
  const counts = new Map<number, { of: number; n: number }>();
  for (const one of perClass) {
    const { of, n } = counts.get(one.class) ?? { of: 0, n: 0 };
    counts.set(one.class, { of: of + one.of, n: n + one.n });
  }
  const known = [...counts].filter(([, { of, n }]) => n / of - chance >= leastKnowledge * (1 - chance));
  return new Set(known.map(([index]) => index));
}

/** How often a guess is right, 1/K. */
export function chanceOf({ perClass }: Pick<LabelEvidence, 'perClass'>): number {
  return 1 / Math.max(2, new Set(perClass.map((one) => one.class)).size);
}
