import { provenanceOf } from '../../export/provenance';
import { safeTransforms } from '../../export/safeTransforms';
import type { Result } from '../../protocol/result';
import type { SafeAugFile, SafeAugTransform } from '../../protocol/safeAugFile';
import type { Profile, Verdict } from '../../protocol/vocabulary';

/** What is inserted: of a run's result, or of the safe-aug.json that a project keeps of one. */
export interface SafeSet {
  readonly members: readonly SafeAugTransform[];
  readonly use: Result['use'];
  readonly judgedSize: number;
  readonly profile: Profile;
  /** Of every transform that was judged. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** Sentences to read before the set is used. */
  readonly warnings: readonly string[];
  /** What the exporters of pipelines render. */
  readonly exported: Result;
}

export function safeSetOfResult(result: Result): SafeSet {
  const { settings, transforms, use } = result;
  return {
    members: safeTransforms(result).map(({ name, params }) => ({ name, params })),
    use,
    judgedSize: settings.size,
    profile: settings.profile,
    verdicts: Object.fromEntries(transforms.map(({ name, verdict }) => [name, verdict])),
    warnings: provenanceOf(result).warnings,
    exported: result,
  };
}

export function safeSetOfFile(file: SafeAugFile): SafeSet {
  const { safeSet, use, judgedSize, profile, verdicts, warnings } = file;
  return {
    members: safeSet,
    use,
    judgedSize,
    profile,
    verdicts: Object.fromEntries(Object.entries(verdicts).map(([name, { verdict }]) => [name, verdict])),
    warnings,
    exported: exportable(file),
  };
}

/**
 * A result as far as the exporters of pipelines read it. The evidence behind the verdicts is not in a safe-aug.json, and no pipeline
 * holds any; a test compares what both sources give.
 */
function exportable(file: SafeAugFile): Result {
  const { dataset, verdicts, safeSet, use, presentations, complete } = file;
  const { judgedSize: size, profile, rule, threshold, seed, budget, safeAugVersion } = file;
  const params = new Map(safeSet.map((transform) => [transform.name, transform.params]));
  const read: PartOfResult = {
    complete,
    presentations,
    safeSet: safeSet.map(({ name }) => name),
    use,
    dataset: {
      path: dataset.path,
      task: dataset.classes > 0 ? 'classification' : 'none',
      fingerprint: { hash: dataset.fingerprint },
    },
    settings: { size, profile, rule, threshold, seed, budget, minutes: null, safeAugVersion, presentations },
    transforms: Object.entries(verdicts).map(([name, { verdict }]) => ({
      name,
      verdict,
      params: params.get(name) ?? {},
      sizeDependent: false,
    })),
  };
  return read as unknown as Result;
}

type PartOfResult = Pick<Result, 'complete' | 'presentations' | 'safeSet' | 'use'> & {
  readonly dataset: Pick<Result['dataset'], 'path' | 'task'> & { readonly fingerprint: { readonly hash: string } };
  readonly settings: Partial<Result['settings']>;
  readonly transforms: readonly Partial<Result['transforms'][number]>[];
};
