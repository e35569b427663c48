import type { Evidence, LabelEvidence } from '../protocol/evidence';
import type { Verdict } from '../protocol/vocabulary';
import { brokenTwice } from './rules/brokenClasses';
import type { Look } from './rules/look';
import { wilsonInterval } from './wilson';

export interface Exceptions {
  /** Indices of the classes whose labels broke in two evaluations running, ascending. */
  readonly exceptClasses: readonly number[];
  /** What the verdict would be for the other classes; null where there are no exceptions, or no others. */
  readonly otherClasses: Verdict | null;
}

/**
 * Which classes a harmful transform breaks, and what it would be without them. Labels are then judged on the other classes alone; detection
 * stays judged on the pictures of all classes, as the question is how the data set as a whole shifts.
 */
export function exceptionsOf(look: Look, verdictOf: (look: Look) => Verdict): Exceptions {
  const { evidence, previous } = look;
  if (evidence.labels === null || previous === null || previous.labels === null) return none;
  const broken = new Set(brokenTwice(evidence.labels, previous.labels).map((one) => one.class));
  if (broken.size === 0) return none;
  const exceptClasses = [...broken].sort((a, b) => a - b);
  if (evidence.labels.perClass.every((one) => broken.has(one.class))) return { exceptClasses, otherClasses: null };
  const others = { ...look, evidence: without(evidence, broken), previous: without(previous, broken) };
  return { exceptClasses, otherClasses: verdictOf(others) };
}

const none: Exceptions = { exceptClasses: [], otherClasses: null };

function without(evidence: Evidence, classes: ReadonlySet<number>): Evidence {
  return { ...evidence, labels: evidence.labels && restricted(evidence.labels, classes) };
}

/**
 * As if nothing happened to the excepted classes, which are still there for the others to turn into. Agreement is that of the others alone;
 * accuracy and its drop are not kept by class and stay those of all.
 */
function restricted(labels: LabelEvidence, classes: ReadonlySet<number>): LabelEvidence {
  const untouched = { changed: 0, became: null, confidenceChanged: null };
  const perClass = labels.perClass.map((one) => (classes.has(one.class) ? { ...one, ...untouched } : one));
  const others = perClass.filter((one) => !classes.has(one.class));
  const n = others.reduce((sum, one) => sum + one.n, 0);
  const kept = n - others.reduce((sum, one) => sum + one.changed, 0);
  return { ...labels, perClass, n, agreement: n === 0 ? 0 : kept / n, interval95: wilsonInterval(kept, n) };
}
