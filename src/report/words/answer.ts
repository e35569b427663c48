import { presentationsBeforeSafe } from '../../judge/rules/enoughTraining';
import type { Result } from '../../protocol/result';
import { exportedMembers } from '../../judge/pairs/members';
import { count } from '../../judge/words';
import { decimal, list } from './numbers';

/** The report's first sentences: what may be used on this data, and what must not. */
export function answer(result: Result): string {
  const harmful = result.transforms.filter(({ verdict }) => verdict === 'harmful').map(({ name }) => name);
  return [safeSentence(result), ...(harmful.length > 0 ? [`Harmful: ${list(harmful)}.`] : [])].join(' ');
}

function safeSentence({ safeSet, presentations, transforms, closing }: Result): string {
  const milder = exportedMembers(transforms, closing).filter(({ value }) => value !== null);
  const ranges = milder.length > 0 ? `In a smaller range: ${list(milder.map(({ name }) => name))}.` : '';
  if (safeSet.length > 0) return `Safe on your data: ${list(safeSet)}. ${ranges}`.trim();
  if (ranges !== '') return `Nothing is safe on your data as judged. ${ranges}`;
  if (presentations === 0) return 'Nothing can be called safe yet: no network was trained.';
  if (presentations < presentationsBeforeSafe) {
    return `Nothing can be called safe yet: that takes ${count(presentationsBeforeSafe)} presentations, and these were ${count(presentations)}.`;
  }
  return transforms.length === 1
    ? 'The transform was not shown to be safe on your data.'
    : `None of the ${transforms.length} transforms was shown to be safe on your data.`;
}

/** How the answer was reached, in one line: "4 of 15 transforms are in the safe set; judged at 32 × 32 pixels, after …". */
export function basis(result: Result): string {
  const { size, threshold, rule, seed } = result.settings;
  const learned =
    result.presentations > 0
      ? `after ${count(result.presentations)} image presentations`
      : 'by image statistics alone, before any training';
  const cut = rule === 'interval' ? `threshold ${decimal(threshold, 2)}` : "the paper's rule";
  const members = exportedMembers(result.transforms, result.closing);
  const milder = members.filter(({ value }) => value !== null).length;
  const ranges = milder > 0 ? `, ${milder} of them in a smaller range` : '';
  return `${members.length} of ${result.transforms.length} transforms are in the safe set${ranges}; judged at ${size} × ${size} pixels, ${learned}, ${cut}, seed ${seed}.`;
}

/** What limits the answer, most limiting first; the run's own warnings last. */
export function caveats(result: Result): string[] {
  const { settings, dataset, transforms } = result;
  const withoutEffect = transforms.filter(({ reasonCode }) => reasonCode === 'no-effect').map(({ name }) => name);
  const own = [
    result.presentations === 0 &&
      'Screening only: image statistics can show that a transform is visible, never that it is safe.',
    !result.complete &&
      `The run was stopped early${afterWhat(result)}; what is here was measured, but less than planned.`,
    dataset.task === 'none' &&
      'The data has no labels: whether labels hold could not be checked, only whether transforms can be seen.',
    settings.rule === 'paper' && "Verdicts follow the paper's rule, which does not look at labels.",
    settings.profile === 'paper' &&
      'Transforms were computed as in Albumentations 0.1.1 (profile paper); current libraries compute some of them differently.',
    withoutEffect.length > 0 &&
      `${list(withoutEffect)} ${withoutEffect.length === 1 ? 'changes' : 'change'} nothing on this data and ${withoutEffect.length === 1 ? 'stays' : 'stay'} out of the safe set.`,
  ].filter((line): line is string => line !== false);
  return [...own, ...result.warnings];
}

/** Nothing was planned yet where a time had not been turned into presentations; where all were made, the last looks are missing. */
function afterWhat({ presentations, settings }: Result): string {
  if (settings.presentations === 0) return '';
  if (presentations >= settings.presentations) return ', before its last looks were done';
  return `, after ${count(presentations)} of ${count(settings.presentations)} planned presentations`;
}
