import { brokenClasses, isChangeProven, suspectedClasses, uncheckedClasses } from '../../src/judge/rules/brokenClasses';
import { brokenClass } from '../../src/judge/words';
import type { ClassLabelEvidence, LabelEvidence } from '../../src/protocol/evidence';
import type { PanelRun } from '../../src/protocol/panelState';
import type { JudgedTransform } from '../model/judgedRun';
import { fill } from './fill';
import { verdictWord } from './vocabulary';
import type { Words } from './words';

/** Classes of which nothing is known are named up to here; more are counted. */
const mostNamed = 3;

/** Whether labels hold under a transform: what breaks or may break first, then what it costs the task head. */
export function labelSentences(transform: JudgedTransform, { dataset }: PanelRun, words: Words): string[] {
  const { strings } = words;
  const { evidence } = transform;
  if (dataset.task === 'none') return [strings.labelsUnknown];
  if (!evidence) return [];
  if (evidence.labels === null) return evidence.clean === null ? [strings.labelsLater] : [];
  const { labels } = evidence;
  return [
    ...breaking(transform, labels, dataset.classes, words),
    ...exceptions(transform, dataset.classes, words),
    ...kept(labels, words),
    ...unchecked(labels, dataset.classes, words),
  ];
}

/** A class by name, with the transform's outcome it was measured on: "6 at 180°". */
export function classWords(
  { class: index, outcome }: Pick<ClassLabelEvidence, 'class' | 'outcome'>,
  classes: readonly string[],
  withOutcome: string,
): string {
  const name = classes[index] ?? String(index);
  return outcome === null ? name : fill(withOutcome, name, outcome);
}

/** Classes by name, in quotation marks. */
export function quotedClasses(
  indices: readonly number[],
  classes: readonly string[],
  { strings, numbers }: Words,
): string {
  return numbers.list(indices.map((index) => fill(strings.quoted, classes[index] ?? index)));
}

/** What breaks twice, once, or looks as if it did. The reason for `undecided` is shown with it, so what it tells is left out. */
function breaking(
  { verdict, reason, exceptClasses }: JudgedTransform,
  labels: LabelEvidence,
  classes: readonly string[],
  { strings, numbers }: Words,
): string[] {
  const found = [
    ...brokenClasses(labels).map((one) => {
      const isConfirmed = exceptClasses.includes(one.class);
      return { one, sentence: isConfirmed ? strings.labelsBroken : strings.labelsBrokenOnce };
    }),
    ...suspectedClasses(labels).map((one) => {
      return { one, sentence: isChangeProven(one) ? strings.labelsUnsure : strings.labelsTooFew };
    }),
  ];
  return found
    .filter(({ one }) => verdict !== 'undecided' || !reason.includes(brokenClass(one, classes)))
    .map(({ one, sentence }) =>
      fill(
        sentence,
        numbers.count(one.n),
        classWords(one, classes, strings.classOutcome),
        numbers.count(one.changed),
        numbers.count(one.became?.count ?? 0),
        one.became ? (classes[one.became.class] ?? one.became.class) : '',
      ),
    );
}

/** Only where a part of the classes breaks: the others may still gain from it. */
function exceptions(
  { exceptClasses, otherClasses }: JudgedTransform,
  classes: readonly string[],
  words: Words,
): string[] {
  if (exceptClasses.length === 0 || exceptClasses.length === classes.length) return [];
  const { strings } = words;
  const named = quotedClasses(exceptClasses, classes, words);
  const only = fill(strings.exceptClasses, named, exceptClasses.length, classes.length);
  return [otherClasses === null ? only : `${only} ${fill(strings.otherClasses, strings[verdictWord[otherClasses]])}`];
}

function kept(labels: LabelEvidence, { strings, numbers }: Words): string[] {
  const share = (value: number): string => numbers.share(value);
  const { agreement, interval95, clean, transformed, drop, dropInterval95 } = labels;
  return [
    fill(strings.labelsKept, share(agreement), numbers.range(interval95, share)),
    fill(
      strings[costSentence(labels)],
      share(clean),
      share(transformed),
      numbers.points(drop),
      numbers.range(dropInterval95, numbers.points),
    ),
  ];
}

/** "No class turns into another" is said only where none looks as if it did. */
function costSentence(labels: LabelEvidence): 'labelsCost' | 'labelsLost' | 'labelsEven' {
  const [low, high] = labels.dropInterval95;
  if (brokenClasses(labels).length > 0 || suspectedClasses(labels).length > 0) return 'labelsCost';
  if (low > 0) return 'labelsLost';
  return high >= 0 ? 'labelsEven' : 'labelsCost';
}

function unchecked(labels: LabelEvidence, classes: readonly string[], words: Words): string[] {
  const few = uncheckedClasses(labels);
  if (few.length === 0) return [];
  const { strings } = words;
  return [
    few.length > mostNamed
      ? fill(strings.labelsUncheckedMany, few.length, classes.length)
      : fill(strings.labelsUnchecked, quotedClasses(few, classes, words)),
  ];
}
