import type { Result, TransformResult } from '../../protocol/result';
import { brokenClasses } from '../../judge/rules/brokenClasses';
import { list } from './numbers';

/** What to do with one transform, in a sentence or two. */
export function advice(transform: TransformResult, result: Result): string {
  const { subsetSize, p } = result.use;
  switch (transform.verdict) {
    case 'safe':
      return transform.reasonCode === 'no-effect'
        ? 'Leave it out: on this data it costs time and changes nothing.'
        : `Use it: draw ${subsetSize} of the safe set for each picture, each applied with probability ${p}.`;
    case 'shifting':
      return 'Keep it out of the final training. It may help early on: the paper trains on everything but the harmful and fine-tunes on the safe set (gain not shown on your data).';
    case 'harmful':
      return `Leave it out: it teaches wrong labels${forClasses(transform, result)}.`;
    case 'undecided':
      return undecidedAdvice[transform.reasonCode] ?? 'Learn longer, or treat it as shifting.';
  }
}

const undecidedAdvice: Partial<Record<TransformResult['reasonCode'], string>> = {
  'across-threshold':
    'Treat it as shifting for now. A longer run (budget standard or thorough) narrows the interval; a milder strength may be safe.',
  'too-early': 'Learn longer: nothing is called safe before 64,000 presentations, which the budget quick makes.',
  'too-few-labels':
    'Do not rely on it before labels were checked: a class needs at least 30 held-out pictures that the task head recognises.',
  'not-sensitive':
    'Learn longer (budget standard or thorough): the detector missed marks that it should see, so not seeing the transform says little.',
  'once-only': 'Learn longer: it was seen in one evaluation only, and a verdict needs two in a row.',
};

function forClasses({ evidence: { labels } }: TransformResult, { dataset }: Result): string {
  const names = [...new Set((labels ? brokenClasses(labels) : []).map((one) => `“${dataset.classes[one.class]}”`))];
  return names.length ? ` for ${list(names)}` : '';
}
