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

/**
 * And this share of the lesser of the two keeps a transform from being called safe: what truly becomes a class that is hard even clean is no
 * surer than that, and so is what a head merely falls back on; it takes no more than doubt to withhold `safe`.
 */
const shareWhenSuspected = 0.7;

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
      isChangeProven(one) &&
      becomesOneClass(one) &&
      isConfident(one, labels, (own, other) => (shareWhenBroken * (own + other)) / 2) &&
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

/** Classes that look broken, but with too few pictures, or a task head too weak or too doubtful, to say so. */
export function suspectedClasses(labels: LabelEvidence): ClassLabelEvidence[] {
  const broken = brokenClasses(labels);
  return labels.perClass.filter(
    (one) =>
      one.n >= picturesForSuspicion &&
      one.changed > one.n / 2 &&
      becomesOneClass(one) &&
      isConfident(one, labels, (own, other) => shareWhenSuspected * Math.min(own, other)) &&
      !broken.includes(one),
  );
}

/**
 * Indices of the classes of which so few pictures are recognised clean that not even a suspicion could arise, ascending: of a transform with
 * several outcomes, for some outcome.
 */
export function uncheckedClasses({ perClass }: LabelEvidence): number[] {
  const fewest = new Map<number, number>();
  for (const one of perClass) fewest.set(one.class, Math.min(fewest.get(one.class) ?? Infinity, one.n));
  return [...fewest].filter(([, n]) => n < picturesForSuspicion).map(([index]) => index);
}

function becomesOneClass({ changed, became }: ClassLabelEvidence): boolean {
  return became !== null && became.count > changed / 2;
}

/** Whether more pictures would prove nothing: there are enough, and most of them change for certain. */
export function isChangeProven({
  n,
  intervalJudged: [low],
}: Pick<ClassLabelEvidence, 'n' | 'intervalJudged'>): boolean {
  return n >= picturesPerClass && low > 0.5;
}

/**
 * Whether changed pictures are put into their new class confidently. `least`: what that takes, from what clean pictures of their own and of
 * the new class have; all beyond a guess.
 */
function isConfident(
  { class: own, became, confidenceChanged }: ClassLabelEvidence,
  labels: LabelEvidence,
  least: (own: number, other: number) => number,
): boolean {
  if (became === null || confidenceChanged === null) return false;
  const chance = chanceOf(labels);
  const clean = (index: number): number => cleanConfidence(labels, index) - chance;
  return confidenceChanged - chance >= least(clean(own), clean(became.class));
}

/** Mean confidence in the recognised clean pictures of a class, over its outcomes; a guess's where none is recognised. */
export function cleanConfidence(labels: LabelEvidence, index: number): number {
  const rows = labels.perClass.filter((one) => one.class === index);
  const n = rows.reduce((sum, one) => sum + one.n, 0);
  return n === 0 ? chanceOf(labels) : rows.reduce((sum, one) => sum + one.n * one.confidenceClean, 0) / n;
}
