import type { Result, TransformResult } from '../../protocol/result';
import { brokenClasses } from '../../judge/rules/brokenClasses';
import { list } from './numbers';

/** What to do with one transform, in a sentence or two. */
export function advice(transform: TransformResult, result: Result): string {
  const { subsetSize, p } = result.use;
  switch (transform.verdict) {
    case 'safe':
      if (transform.reasonCode === 'no-effect') {
        return 'Leave it out: on this data it costs time and changes nothing.';
      }
      return !result.safeSet.includes(transform.name)
        ? 'Leave it out of the set: it is safe alone, but not every pair with it is.'
        : `Use it: draw ${subsetSize} of the safe set for each picture, each applied with probability ${p}.`;
    case 'shifting':
      return 'Keep it out of the final training. It may help early on: the paper trains on everything but the harmful and fine-tunes on the safe set (gain not shown on your data).';
    case 'harmful':
      return `Leave it out: it teaches wrong labels${forClasses(transform, result)}.`;
    case 'undecided':
      return `${undecidedAdvice[transform.reasonCode] ?? 'Treat it as shifting for now.'}${milderAdvice(transform, result)}`;
  }
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

function milderAdvice({ name }: TransformResult, { closing: { magnitudes } }: Result): string {
  const isSafeMilder = magnitudes?.some(({ transform, safeUpTo }) => transform === name && safeUpTo !== null);
  return isSafeMilder ? ' In the smaller range shown here it is safe.' : '';
}

function forClasses({ evidence: { labels } }: TransformResult, { dataset }: Result): string {
  const names = [...new Set((labels ? brokenClasses(labels) : []).map((one) => `“${dataset.classes[one.class]}”`))];
  return names.length ? ` for ${list(names)}` : '';
}
