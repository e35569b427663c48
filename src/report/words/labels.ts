import type { ClassLabelEvidence, LabelEvidence } from '../../protocol/evidence';
import type { Result, TransformResult } from '../../protocol/result';
import { brokenClasses, cleanConfidence, suspectedClasses } from '../../judge/rules/brokenClasses';
import { brokenClass, count } from '../../judge/words';
import { decimal, list, points, range, share } from './numbers';

/** So many classes are told of one by one; more are counted. */
const mostTold = 3;

/** What the task head says of the transformed pictures: whom it still recognises, what that costs, and which classes break or may break. */
export function labelsInWords({ evidence }: TransformResult, { dataset: { classes } }: Result): string[] {
  const { labels } = evidence;
  if (!labels) return [];
  const kept = `Of the ${count(labels.n)} pictures that the task head recognises clean it still recognises ${share(labels.agreement)} transformed (${range(labels.interval95, share)}).`;
  const cost = `Task accuracy goes from ${share(labels.clean)} to ${share(labels.transformed)}, by ${points(labels.drop)} points (${range(labels.dropInterval95, points)})`;
  const broken = brokenClasses(labels);
  const doubt = mayBreak(labels, classes);
  const isOnlyHarder = labels.dropInterval95[0] > 0 && broken.length === 0 && doubt === null;
  return [
    kept,
    `${cost}${isOnlyHarder ? ': harder, but no class is seen to turn into another.' : '.'}`,
    ...broken.map((one) => confidence(one, labels, classes)),
    ...(doubt === null ? [] : [`${doubt}.`]),
  ];
}

/**
 * The classes that look broken without proof, a clause without its full stop; null where there are none. A transform that is seen is not
 * safe with or without them, so that the verdict's own reason says nothing of them.
 */
export function mayBreak(labels: LabelEvidence, classes: readonly string[]): string | null {
  const suspected = suspectedClasses(labels);
  if (suspected.length === 0) return null;
  const told = suspected.slice(0, mostTold).map((one) => brokenClass(one, classes));
  const more = suspected.length > mostTold ? [`and so for ${count(suspected.length - mostTold)} more`] : [];
  return `Labels may break, without proof: ${[...told, ...more].join('; ')}`;
}

/** Only where a part of the classes breaks: the others may still gain from it. */
export function exceptionsInWords({ exceptClasses }: TransformResult, { dataset: { classes } }: Result): string[] {
  if (exceptClasses.length === 0 || exceptClasses.length === classes.length) return [];
  const named = exceptClasses.map((one) => `“${classes[one]}”`);
  return [`It breaks ${list(named)} only: ${exceptClasses.length} of ${classes.length} classes.`];
}

/** The reason names the broken class; this says how sure the task head is of the wrong label. */
function confidence(
  { class: index, outcome, became, confidenceChanged }: ClassLabelEvidence,
  labels: LabelEvidence,
  classes: readonly string[],
): string {
  const where = outcome === null ? '' : ` at ${outcome}`;
  const target = became?.class ?? index;
  return `Pictures of “${classes[index]}” that change class${where} do so with mean confidence ${decimal(confidenceChanged ?? 0, 2)}; clean ones of “${classes[index]}” have ${decimal(cleanConfidence(labels, index), 2)}, of “${classes[target]}” ${decimal(cleanConfidence(labels, target), 2)}.`;
}
