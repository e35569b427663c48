import { rejudgeMagnitudes } from '../../judge/magnitudes/rejudgeMagnitudes';
import { rejudgeTogether } from '../../judge/pairs/rejudgeTogether';
import { togetherSentences } from '../../judge/pairs/words';
import { rejudge, type MeasuredEvaluation } from '../../judge/rejudge';
import { recommendedUse, safeSet } from '../../judge/safeSet';
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
  if (result === null) throw new RunError(`${folder} has no result yet. Let the run end or stop it, then try again.`);
  if (threshold === null || threshold === result.settings.threshold) return result;
  return judgedAgain(result, await evaluationsOf(folder, result), threshold);
}

/** The same evidence under another threshold. `evaluations`: up to the one whose evidence the result holds. */
export function judgedAgain(result: Result, evaluations: readonly MeasuredEvaluation[], threshold: number): Result {
  const { settings, dataset, closing } = result;
  const { task, classes } = dataset;
  const latest = rejudge(evaluations, {
    rule: settings.rule,
    controls: settings.controls,
    threshold,
    task,
    classes,
  }).at(-1);
  const byName = new Map(latest?.map(({ name, ...judgement }) => [name, judgement]));
  const transforms = result.transforms.map((transform) => ({ ...transform, ...byName.get(transform.name) }));
  const together = rejudgeTogether(closing, transforms, result.presentations, { threshold, task, classes });
  const confirming = { asked: settings.controls, controls: result.controls, threshold };
  const verdicts = new Map(transforms.map(({ name, verdict }) => [name, verdict]));
  const safe = safeSet(transforms, together.pairs);
  const ofOwnThreshold = togetherSentences(closing);
  return {
    ...result,
    settings: { ...settings, threshold },
    transforms,
    closing: {
      ...closing,
      ...together,
      magnitudes: closing.magnitudes && rejudgeMagnitudes(closing.magnitudes, verdicts, confirming),
    },
    safeSet: safe,
    use: recommendedUse(safe),
    warnings: [
      ...result.warnings.filter((warning) => !ofOwnThreshold.includes(warning)),
      ...togetherSentences(together),
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
