import type { Prepared } from '../../data/prepare/prepare';
import type { JudgingSplit } from '../../data/split/splitForJudging';
import type { DatasetSummary } from '../../protocol/result';

/** The facts of the data set that a result keeps. `path`: as it was given. */
export function datasetSummary(path: string, prepared: Prepared, split: JudgingSplit): DatasetSummary {
  const { dataset, usable, notSampled, channels, skipped } = prepared;
  return {
    path,
    format: dataset.format,
    task: dataset.task,
    images: usable.length,
    notSampled,
    training: split.training.length,
    judging: split.judging.length,
    classes: dataset.classes,
    channels,
    fingerprint: dataset.fingerprint,
    skipped,
  };
}
