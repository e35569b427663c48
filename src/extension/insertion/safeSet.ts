import type { JudgedSet } from '../../export/judgedSet';
import { withMilder } from '../../export/milder';
import { warningsOf } from '../../export/provenance';
import { safeTransforms } from '../../export/safeTransforms';
import type { Result } from '../../protocol/result';
import type { SafeAugFile, SafeAugTransform } from '../../protocol/safeAugFile';
import type { Profile, Verdict } from '../../protocol/vocabulary';
import { message, type Message } from '../words/message';

/** What is inserted: of a run's result, or of the safe-aug.json that a project keeps of one. */
export interface SafeSet {
  readonly members: readonly SafeAugTransform[];
  readonly use: Result['use'];
  readonly judgedSize: number;
  readonly profile: Profile;
  /** Of every transform that was judged. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** Sentences to read before the set is used. */
  readonly warnings: readonly Message[];
  /** What pipelines are made from. */
  readonly judged: JudgedSet;
}

export function safeSetOfResult(result: Result): SafeSet {
  const used = withMilder(result);
  return safeSetOf(used, warningsOf(used));
}

export function safeSetOfFile(file: SafeAugFile): SafeSet {
  const { dataset, verdicts, safeSet, use, presentations, warnings } = file;
  const { judgedSize: size, profile, rule, threshold, seed, budget, safeAugVersion } = file;
  const params = new Map(safeSet.map((transform) => [transform.name, transform.params]));
  const judged: JudgedSet = {
    presentations,
    use,
    safeSet: safeSet.map(({ name }) => name),
    dataset: { path: dataset.path, fingerprint: { hash: dataset.fingerprint } },
    // The file does not keep a budget's minutes.
    settings: { size, profile, rule, threshold, seed, budget, minutes: null, safeAugVersion },
    transforms: Object.entries(verdicts).map(([name, { verdict }]) => ({
      name,
      verdict,
      // Nor the strengths of what is not safe.
      params: params.get(name) ?? {},
    })),
  };
  // The sentences of a file are data, in the language that it has.
  return safeSetOf(
    judged,
    warnings.map((line) => message('{0}', line)),
  );
}

function safeSetOf(judged: JudgedSet, warnings: SafeSet['warnings']): SafeSet {
  const { settings, transforms, use } = judged;
  return {
    members: safeTransforms(judged).map(({ name, params }) => ({ name, params })),
    use,
    judgedSize: settings.size,
    profile: settings.profile,
    verdicts: Object.fromEntries(transforms.map(({ name, verdict }) => [name, verdict])),
    warnings,
    judged,
  };
}
