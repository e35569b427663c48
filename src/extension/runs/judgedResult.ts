import { exportedMembers } from '../../judge/pairs/members';
import { togetherSentences } from '../../judge/pairs/words';
import { rejudge, type MeasuredEvaluation } from '../../judge/rejudge';
import { rejudgeClosing } from '../../judge/rejudgeClosing';
import { sizeNote } from '../../judge/sizeNote';
import type { Result } from '../../protocol/result';
import { readEvents } from '../../run/readEvents';
import { readResult } from '../../run/resultFile';
import { RunError } from '../../run/runError';
import { runPaths } from '../../run/runPaths';

/**
 * The result of the run in `folder`, judged by `threshold` (null = its own) from the evidence in its log, as if it had been run
 * with it. Throws a RunError when there is no result.
 */
export async function judgedResult(folder: string, threshold: number | null): Promise<Result> {
  const result = await readResult(folder);
  if (result === null)
    throw new RunError(
      `${folder} has no result yet. Let the run end, or go on with a stopped one (safe-aug resume), then try again.`,
    );
  if (threshold === null || threshold === result.settings.threshold) return result;
  return judgedAgain(result, await evaluationsOf(folder, result), threshold);
}

/** The same evidence under another threshold. `evaluations`: up to the one whose evidence the result holds. */
export function judgedAgain(result: Result, evaluations: readonly MeasuredEvaluation[], threshold: number): Result {
  const { settings, dataset, presentations, controls } = result;
  const { task, classes } = dataset;
  const judging = { rule: settings.rule, controls: settings.controls, threshold, task, classes };
  const latest = rejudge(evaluations, judging).at(-1);
  const byName = new Map(latest?.map(({ name, ...judgement }) => [name, judgement]));
  // What it would take to settle them was worked out for the run's own threshold.
  const transforms = result.transforms.map((one) => ({ ...one, ...byName.get(one.name), needed: null }));
  const { closing, safeSet, use, exported, sentences } = rejudgeClosing(result.closing, {
    transforms,
    presentations,
    controls,
    settings: judging,
  });
  const exportedBefore = exportedMembers(result.transforms, result.closing);
  const ofOwnThreshold = [
    ...togetherSentences(result.closing, exportedBefore),
    ...sizeNote(transforms, exportedBefore, settings.size),
  ];
  return {
    ...result,
    settings: { ...settings, threshold },
    transforms,
    closing,
    safeSet,
    use,
    warnings: [
      ...result.warnings.filter((warning) => !ofOwnThreshold.includes(warning)),
      ...sizeNote(transforms, exported, settings.size),
      ...sentences,
      `Judged at ${threshold} instead of the run's own threshold ${settings.threshold}.`,
    ],
  };
}

/** The log's evaluations in the order of their presentations, ending with what the result holds. */
async function evaluationsOf(
  folder: string,
  { presentations, controls, transforms }: Result,
): Promise<MeasuredEvaluation[]> {
  const byPresentations = new Map<number, MeasuredEvaluation>();
  for await (const { event } of readEvents(runPaths(folder).events)) {
    // A resumed run measures a stretch again; the later look counts.
    if (event.type === 'evaluation') byPresentations.set(event.presentations, event);
  }
  // Of a run that was stopped the log alone tells which evidence was carried on.
  const logged = new Map(byPresentations.get(presentations)?.transforms.map((one) => [one.name, one.measuredAt]));
  const measured = transforms.map(({ name, evidence }) => {
    const measuredAt = logged.get(name);
    return { name, evidence, ...(measuredAt !== undefined && { measuredAt }) };
  });
  byPresentations.set(presentations, { presentations, controls, transforms: measured });
  return [...byPresentations.values()]
    .filter((one) => one.presentations <= presentations)
    .sort((a, b) => a.presentations - b.presentations);
}
