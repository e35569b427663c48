import { count } from '../judge/words';
import type { Result } from '../protocol/result';
import type { JudgedSet } from './judgedSet';
import { safeTransforms, whyEmpty } from './safeTransforms';

/** Where a safe set comes from and what its user must know, as data: documents carry it whole, comments line by line. */
export interface Provenance {
  /** What was judged, how long and by which rule: sentences in ASCII but for names. */
  readonly facts: readonly string[];
  /** What may go wrong when the set is used. */
  readonly warnings: readonly string[];
}

export function provenanceOf(result: Result): Provenance {
  return { facts: provenanceFacts(result), warnings: warningsFor(result) };
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

function warningsFor(result: Result): string[] {
  const { settings, presentations, complete, dataset } = result;
  const safe = safeTransforms(result);
  const names = (members: readonly { readonly name: string }[]): string => members.map(({ name }) => name).join(', ');
  const sized = safe.filter(({ sizeDependent }) => sizeDependent);
  const swapping = safe.filter(({ name }) => name === 'RandomRotate90' || name === 'Transpose');
  return [
    !complete &&
      `The run was stopped early: it was last measured after ${count(presentations)} of ${count(settings.presentations)} planned presentations.`,
    safe.length > 0 && dataset.task === 'none' && 'The data has no labels: whether they hold was not checked.',
    sized.length > 0 &&
      `Resize pictures to ${settings.size} x ${settings.size} first. What depends on the size in pixels was judged at that size only: ${names(sized)}.`,
    swapping.length > 0 && `Batch square pictures only. What swaps height and width: ${names(swapping)}.`,
  ].filter((line): line is string => line !== false);
}

/** The last part of a path with either kind of slash. */
export function folderName(path: string): string {
  return path.split(/[\\/]/).filter(Boolean).pop() ?? path;
}

/** Text that cannot leave a comment line, whatever it holds. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}
