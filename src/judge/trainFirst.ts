import type { LabelEvidence } from '../protocol/evidence';
import type { TransformResult } from '../protocol/result';
import type { Task } from '../protocol/vocabulary';
import { brokenClasses, isChangeProven, suspectedClasses } from './rules/brokenClasses';

/** Indices of the classes that speak against training on a transform which is not harmful by rule, ascending. */
export interface DoubtfulClasses {
  /** Most of their pictures change class for certain: seen in one evaluation only, or by a head that is not sure enough. */
  readonly broken: readonly number[];
  /** They may break, which few pictures leave open: to look at, not to act upon. */
  readonly open: readonly number[];
}

export function doubtfulClasses(labels: LabelEvidence | null): DoubtfulClasses {
  if (labels === null) return { broken: [], open: [] };
  const suspected = suspectedClasses(labels);
  const broken = classesOf([...brokenClasses(labels), ...suspected.filter(isChangeProven)]);
  return { broken, open: classesOf(suspected).filter((one) => !broken.includes(one)) };
}

type Judged = Pick<TransformResult, 'name' | 'verdict'> & {
  readonly evidence: Pick<TransformResult['evidence'], 'labels'>;
};

/**
 * What to train on before fine-tuning on the safe set, to follow "train on": all but the harmful (paper, section 4), without those
 * whose labels seem to break. Without labels nothing could be found harmful.
 */
export function trainFirst(transforms: readonly Judged[], task: Task): string {
  if (task === 'none') return 'all that cannot change a label, which was not checked';
  const doubtful = transforms
    .filter(({ verdict, evidence }) => verdict !== 'harmful' && doubtfulClasses(evidence.labels).broken.length > 0)
    .map(({ name }) => name);
  return doubtful.length === 0
    ? 'all but the harmful ones'
    : `all but the harmful ones and ${doubtful.join(', ')}, whose labels seem to break, too`;
}

function classesOf(rows: readonly { readonly class: number }[]): number[] {
  return [...new Set(rows.map((one) => one.class))].sort((a, b) => a - b);
}
