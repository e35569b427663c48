import type { ClassLabelEvidence, LabelEvidence } from '../../protocol/evidence';
import { chanceOf, knownClasses } from './knownClasses';

/** A class (or one outcome of it) is judged by itself from this many pictures that the task head recognises clean. */
export const picturesPerClass = 30;

/** From this many a class that seems to break, without proof, keeps a transform from being called safe. */
const picturesForSuspicion = 10;

/** "About as confidently as the clean ones": the changed pictures' mean confidence beyond a guess is at least this share of the clean ones'. */
const confidenceShare = 0.7;

/**
 * The classes whose label the transform breaks, by one evaluation: at least 30 recognised pictures, more than half of which change
 * class with the judged interval wholly above a half, most of them to the same class, about as confidently as clean ones; and
 * the task head knows both classes. A head that merely finds the pictures harder scatters its mistakes or doubts them.
 */
export function brokenClasses(labels: LabelEvidence): ClassLabelEvidence[] {
  const chance = chanceOf(labels);
  const known = knownClasses(labels);
  return labels.perClass.filter(
    (one) =>
      one.n >= picturesPerClass &&
      one.intervalJudged[0] > 0.5 &&
      becomesOneClass(one) &&
      staysConfident(one, chance) &&
      known.has(one.class) &&
      one.became !== null &&
      known.has(one.became.class),
  );
}

/** Those that were broken into the same class at the evaluation before, too. */
export function brokenTwice(now: LabelEvidence, before: LabelEvidence): ClassLabelEvidence[] {
  const earlier = brokenClasses(before);
  return brokenClasses(now).filter((one) =>
    earlier.some(
      (other) =>
        other.class === one.class && other.outcome === one.outcome && other.became?.class === one.became?.class,
    ),
  );
}

/** Classes that look broken, but with too few pictures, or a task head too weak, to say so. */
export function suspectedClasses(labels: LabelEvidence): ClassLabelEvidence[] {
  const chance = chanceOf(labels);
  const broken = brokenClasses(labels);
  return labels.perClass.filter(
    (one) =>
      one.n >= picturesForSuspicion &&
      one.changed > one.n / 2 &&
      becomesOneClass(one) &&
      staysConfident(one, chance) &&
      !broken.includes(one),
  );
}

/** Indices of the classes of which so few pictures are recognised clean that not even a suspicion could arise, ascending. */
export function uncheckedClasses({ perClass }: LabelEvidence): number[] {
  const recognised = new Map<number, number>();
  for (const one of perClass) recognised.set(one.class, (recognised.get(one.class) ?? 0) + one.n);
  return [...recognised].filter(([, n]) => n < picturesForSuspicion).map(([index]) => index);
}

function becomesOneClass({ changed, became }: ClassLabelEvidence): boolean {
  return became !== null && became.count > changed / 2;
}

function staysConfident({ confidenceClean, confidenceChanged }: ClassLabelEvidence, chance: number): boolean {
  return confidenceChanged !== null && confidenceChanged - chance >= confidenceShare * (confidenceClean - chance);
}
