import type { Result, TransformResult } from '../../protocol/result';
import { exportedMembers } from '../../judge/pairs/members';
import { doubtfulClasses } from '../../judge/trainFirst';
import { list } from './numbers';
import { oneAtATime, unsafeUse } from './use';

/** What to do with one transform, in a sentence or two. */
export function advice(transform: TransformResult, result: Result): string {
  switch (transform.verdict) {
    case 'safe':
      if (transform.reasonCode === 'no-effect') {
        return 'Leave it out: on this data it costs time and changes nothing.';
      }
      return !result.safeSet.includes(transform.name)
        ? 'Leave it out of the set: it is safe alone, but not every pair with it is.'
        : useAdvice(result);
    case 'shifting':
      return `${shiftingAdvice(transform, result)}${milderAdvice(transform, result)}`;
    case 'harmful':
      return `Leave it out: it teaches wrong labels${forClasses(transform.exceptClasses, result)}.${milderAdvice(transform, result)}`;
    case 'undecided':
      return `${undecidedAdvice[transform.reasonCode] ?? 'Treat it as shifting for now.'}${milderAdvice(transform, result)}`;
  }
}

/** What seems to break labels is no help early on; a mere suspicion is to be looked at. */
function shiftingAdvice({ evidence: { labels } }: TransformResult, result: Result): string {
  const { broken, open } = doubtfulClasses(labels);
  if (broken.length > 0) {
    return `Keep it out of training, early on, too: labels seem to break${forClasses(broken, result)}.`;
  }
  const watch = open.length > 0 ? ` Look at its pictures first: labels may break${forClasses(open, result)}.` : '';
  return `Keep it out of the final training. It may help early on: the paper trains on everything but the harmful and fine-tunes on the safe set (gain not shown on your data).${watch}`;
}

/** A use that was seen to shift or to break labels is not to be advised, whatever its transforms do one by one. */
function useAdvice(result: Result): string {
  const { subsetSize, p } = result.closing.use ?? result.use;
  const drawn = `${subsetSize} of the safe set for each picture, each applied with probability ${p}`;
  const unsafe = unsafeUse(result);
  if (unsafe !== null) return `Use it, but do not draw ${drawn}: that is ${unsafe}. Draw ${oneAtATime}.`;
  const open = result.closing.use?.verdict === 'undecided' ? ' That use as a whole could not be settled.' : '';
  return `Use it: draw ${drawn}.${open}`;
}

const undecidedAdvice: Partial<Record<TransformResult['reasonCode'], string>> = {
  'too-early': 'Learn longer: nothing is called safe before 64,000 presentations, which the budget quick makes.',
  'too-few-labels':
    'Do not rely on it before labels were checked: a class needs at least 30 held-out pictures that the task head recognises.',
  'not-sensitive':
    'Treat it as shifting for now: the detector was not shown to see enough, so not seeing it says little.',
  'labels-change': 'Do not rely on it: too many pictures change class to say that labels hold.',
  'once-only': 'Learn longer: one evaluation says so, and a verdict needs two in a row.',
};

/** What an export holds in a smaller range. */
function milderAdvice({ name }: TransformResult, { transforms, closing }: Result): string {
  const isExported = exportedMembers(transforms, closing).some((one) => one.name === name && one.value !== null);
  return isExported ? ' In the smaller range shown here it is safe, and an export holds it so.' : '';
}

/** Those that broke twice running, as the verdict has it; one look alone breaks a class more easily. */
function forClasses(broken: readonly number[], { dataset: { classes } }: Result): string {
  return broken.length > 0 ? ` for ${list(broken.map((one) => `“${classes[one]}”`))}` : '';
}
