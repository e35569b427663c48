import { count, hundredth } from '../judge/words';
import type { Result } from '../protocol/result';
import type { JudgedSet } from './judgedSet';
import { exportedMembers, notSeenTogether } from '../judge/pairs/members';
import { joinedMilder } from './milder';
import { safeTransforms, whyEmpty } from './safeTransforms';

/** Where a safe set comes from and what its user must know, as data: documents carry it whole, comments line by line. */
export interface Provenance {
  /** What was judged, how long and by which rule: sentences in ASCII but for names. */
  readonly facts: readonly string[];
  /** What may go wrong when the set is used. */
  readonly warnings: readonly string[];
}

export function provenanceOf(result: Result): Provenance {
  return { facts: provenanceFacts(result), warnings: warningsOf(result).map(inEnglish) };
}

/** The facts alone, which a safe-aug.json knows too. */
export function provenanceFacts(judged: JudgedSet): string[] {
  const { dataset, settings, safeSet, use, transforms, presentations } = judged;
  const { size, rule, threshold, profile, seed, budget, minutes, safeAugVersion } = settings;
  const name = oneLine(folderName(dataset.path));
  const planned = budget !== null ? ` (${budget})` : minutes !== null ? ` (${minutes} min)` : '';
  const cut = rule === 'interval' ? `interval rule, threshold ${threshold.toFixed(2)}` : "the paper's rule (z <= 2)";
  return [
    `Safe Aug ${safeAugVersion}: the transforms that are safe for ${name}, ${safeSet.length} of ${transforms.length}.`,
    `Judged at ${size} x ${size} pixels after ${count(presentations)} image presentations${planned}, seed ${seed}.`,
    `Verdicts: ${cut}, profile ${profile}; data fingerprint ${dataset.fingerprint.hash.slice(0, 12)}.`,
    safeSet.length > 0
      ? `Drawn for each picture: ${use.subsetSize} of ${safeSet.length}, each applied with probability ${use.p}.`
      : `${whyEmpty(judged)} The pipeline is empty.`,
  ];
}

/** A sentence with {0}, {1} … for its values, so that an editor can say it in another language. */
export interface Sentence {
  readonly text: string;
  readonly values: readonly (string | number)[];
}

export const warningTexts = {
  stopped: 'The run was stopped early: it was last measured after {0} of {1} planned presentations.',
  unfinished: 'The run was stopped before its last looks were done.',
  unlabelled: 'The data has no labels: whether they hold was not checked.',
  sized: 'Resize pictures to {0} x {0} first. What depends on the size in pixels was judged at that size only: {1}.',
  shiftingUse:
    'One transform is drawn at a time: {1} at a time, the set is shifting, told from clean pictures in {0} of 100 pairs.',
  harmfulUse: 'One transform is drawn at a time: {0} at a time, the set breaks labels.',
  undecidedUse: 'Whether the recommended use as a whole is safe could not be settled, only that each transform is.',
  milder: '{0} is safe only in a smaller range, {1}; as judged first, {2}, it is {3}.',
  notTogether: 'Not looked at in every pair: {0}. Each is safe by itself.',
  unmeasuredUse: 'The recommended use as a whole was not looked at, only its transforms.',
  excepted: '{0} is left out: it breaks the labels of {1}. For pictures of the other classes it would be {2}.',
  swapping: 'Batch square pictures only. What swaps height and width: {0}.',
} as const;

/** What may go wrong when the safe set of a result is used. */
export function warningsOf(result: Result): Sentence[] {
  const { settings, complete, dataset } = result;
  const { unlabelled, sized, swapping } = warningTexts;
  const safe = safeTransforms(result);
  const names = (members: readonly { readonly name: string }[]): string => members.map(({ name }) => name).join(', ');
  const bySize = safe.filter(({ sizeDependent }) => sizeDependent);
  const turning = safe.filter(({ name }) => name === 'RandomRotate90' || name === 'Transpose');
  const all: readonly (Sentence | false | null)[] = [
    !complete && stoppedWarning(result),
    safe.length > 0 && dataset.task === 'none' && { text: unlabelled, values: [] },
    ...togetherWarnings(result),
    useWarningOf(result),
    ...joinedMilder(result).map((values) => ({ text: warningTexts.milder, values })),
    ...exceptionsOf(result),
    bySize.length > 0 && { text: sized, values: [settings.size, names(bySize)] },
    turning.length > 0 && { text: swapping, values: [names(turning)] },
  ];
  return all.filter((one) => one !== false && one !== null);
}

function stoppedWarning({ presentations, settings }: Result): Sentence {
  return presentations < settings.presentations
    ? { text: warningTexts.stopped, values: [count(presentations), count(settings.presentations)] }
    : { text: warningTexts.unfinished, values: [] };
}

/** What was not seen in company, as when a run was stopped before it looked, or another threshold let in more. */
function togetherWarnings({ transforms, safeSet, closing }: Result): Sentence[] {
  const members = exportedMembers(transforms, closing).filter(({ name }) => safeSet.includes(name));
  const unseen = notSeenTogether(members, closing.pairs);
  if (unseen.length > 0) return [{ text: warningTexts.notTogether, values: [unseen.join(', ')] }];
  return members.length > 1 && closing.use === null ? [{ text: warningTexts.unmeasuredUse, values: [] }] : [];
}

/** A pipeline sees no labels, so what breaks some classes is in none; who can choose by class may use it for the others. */
function exceptionsOf({ transforms, safeSet, dataset: { classes } }: Result): Sentence[] {
  return transforms.flatMap(({ name, exceptClasses, otherClasses }) => {
    // In the set it is in a smaller range, and a warning says so.
    if (otherClasses === null || safeSet.includes(name)) return [];
    const broken = exceptClasses.map((index) => oneLine(classes[index])).join(', ');
    return [{ text: warningTexts.excepted, values: [name, broken, otherClasses] }];
  });
}

/** Null when the use was judged safe, or not at all. */
function useWarningOf({ closing: { use } }: Result): Sentence | null {
  const { shiftingUse, harmfulUse, undecidedUse } = warningTexts;
  switch (use?.verdict) {
    case 'shifting':
      return { text: shiftingUse, values: [hundredth(use.probe.auroc), use.subsetSize] };
    case 'harmful':
      return { text: harmfulUse, values: [use.subsetSize] };
    case 'undecided':
      return { text: undecidedUse, values: [] };
    default:
      return null;
  }
}

function inEnglish({ text, values }: Sentence): string {
  return text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)]));
}

/** The last part of a path with either kind of slash. */
export function folderName(path: string): string {
  return path.split(/[\\/]/).filter(Boolean).pop() ?? path;
}

/** Text that cannot leave a comment line, whatever it holds. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}
