import type { ClassLabelEvidence, LabelEvidence } from '../../protocol/evidence';
import { chanceOf, knownClasses } from './knownClasses';

/** A class (or one outcome of it) is judged by itself from this many pictures that the task head recognises clean. */
export const picturesPerClass = 30;

/** From this many a class that seems to break, without proof, keeps a transform from being called safe. */
const picturesForSuspicion = 10;

/**
 * "About as confidently as clean ones": the changed pictures' mean confidence beyond a guess is at least this share of the mean of what clean
 * pictures of their own class and of the class that they become have.
 */
const shareWhenBroken = 0.75;

/** Less keeps a transform from being called safe. */
const shareWhenSuspected = 0.6;

/**
 * The classes whose label the transform breaks, by one evaluation: at least 30 recognised pictures, more than half of which change
 * class with the judged interval wholly above a half, most of them to the same class, about as confidently as clean pictures
 * of the two classes are recognised; and the task head knows both. A head that merely finds the pictures harder scatters its
 * mistakes or doubts them.
 */
export function brokenClasses(labels: LabelEvidence): ClassLabelEvidence[] {
  const known = knownClasses(labels);
  return labels.perClass.filter(
    (one) =>
      one.n >= picturesPerClass &&
      one.intervalJudged[0] > 0.5 &&
      becomesOneClass(one) &&
      confidence(one, labels) >= shareWhenBroken &&
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
  const broken = brokenClasses(labels);
  return labels.perClass.filter(
    (one) =>
      one.n >= picturesForSuspicion &&
      one.changed > one.n / 2 &&
      becomesOneClass(one) &&
      confidence(one, labels) >= shareWhenSuspected &&
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

/**
 * How confidently changed pictures are put into their new class, beyond a guess, as a share of what clean pictures of both classes have on
 * average: a class that is hard even clean is never recognised as surely as an easy one. 0 where nothing is known of the new class.
 */
function confidence({ class: own, became, confidenceChanged }: ClassLabelEvidence, labels: LabelEvidence): number {
  if (became === null || confidenceChanged === null) return 0;
  const chance = chanceOf(labels);
  const clean = (cleanConfidence(labels, own) + cleanConfidence(labels, became.class)) / 2;
  return clean > chance ? (confidenceChanged - chance) / (clean - chance) : 0;
}

/** Mean confidence in the recognised clean pictures of a class, over its outcomes; a guess's where none is recognised. */
export function cleanConfidence(labels: LabelEvidence, index: number): number {
  const rows = labels.perClass.filter((one) => one.class === index);
  const n = rows.reduce((sum, one) => sum + one.n, 0);
  return n === 0 ? chanceOf(labels) : rows.reduce((sum, one) => sum + one.n * one.confidenceClean, 0) / n;
}
