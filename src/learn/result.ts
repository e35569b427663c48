import type { Transform } from '../augment/transform';
import { needed } from '../judge/needed/needed';
import { exportedMembers } from '../judge/pairs/members';
import { togetherSentences } from '../judge/pairs/words';
import { rejudge } from '../judge/rejudge';
import { safeSet, usedAs } from '../judge/safeSet';
import { sizeNote } from '../judge/sizeNote';
import type { DatasetSummary, EvaluationSummary, Result, Settings, Timing, TransformResult } from '../protocol/result';
import { convergenceOf } from './convergence/convergenceOf';
import { judgeSettingsOf } from './judgeSettings';
import type { LearnJob } from './learnJob';
import { closingOf, type LearnState } from './learnState';
import { measuredEvaluations } from './measuredEvaluations';
import type { Measurement } from './measuring/evaluate';

export interface ResultOptions {
  readonly job: Pick<LearnJob, 'pool' | 'classes' | 'settings' | 'controls'>;
  readonly state: LearnState;
  readonly complete: boolean;
  readonly dataset: DatasetSummary;
  readonly settings: Settings;
  readonly warnings: readonly string[];
  readonly timing: Timing;
}

/** The result file of what was measured so far. Throws an Error when nothing was: there is no result to write. */
export function resultOf({ job, state, complete, dataset, settings, warnings, timing }: ResultOptions): Result {
  const { measurements, fileTests } = state;
  const latest = measurements[measurements.length - 1];
  if (latest === undefined) throw new Error('Nothing was measured, so there is no result.');
  const { pool } = job;
  const judgements = rejudge(measuredEvaluations(measurements, pool), judgeSettingsOf(job));
  const transforms = pool.map((transform, index): TransformResult => {
    const judgement = judgements[judgements.length - 1][index];
    const { verdict, verdicts, reasonCode, reason, exceptClasses, otherClasses } = judgement;
    const { name, family, settings: params, sizeDependent } = transform;
    const evidence = latest.evidence[index];
    const convergence = convergenceOf(measurements, index);
    return {
      name,
      family,
      params,
      verdict,
      verdicts,
      reasonCode,
      reason,
      evidence,
      sizeDependent,
      exceptClasses,
      otherClasses,
      convergence,
      needed: needed({
        verdict,
        reasonCode,
        evidence,
        rule: settings.rule,
        threshold: settings.threshold,
        dataset,
        presentations: latest.presentations,
        slope: convergence?.slope ?? null,
        controls: latest.controls,
        lacksControls: settings.controls && job.controls === null,
      }),
    };
  });
  const safe = safeSet(transforms, state.closing.pairs);
  const closing = closingOf(state);
  const exported = exportedMembers(transforms, closing);
  const names = exported.map(({ name }) => name);
  return {
    version: 1,
    complete,
    dataset,
    settings,
    presentations: latest.presentations,
    taskHead: latest.taskHead,
    fileTests,
    controls: latest.controls,
    transforms,
    closing,
    safeSet: safe,
    use: usedAs(names, closing.use),
    warnings: [...warnings, ...sizeNote(transforms, exported, settings.size), ...togetherSentences(closing, exported)],
    history: measurements.map((measurement, at) => summary(measurement, judgements[at], pool)),
    timing,
  };
}

function summary(
  { presentations, taskHead, evidence }: Measurement,
  judgements: readonly { readonly verdict: TransformResult['verdict'] }[],
  pool: readonly Transform[],
): EvaluationSummary {
  return {
    presentations,
    taskAccuracy: taskHead?.accuracy ?? null,
    transforms: pool.map(({ name }, index) => {
      const { auroc, interval95 } = evidence[index].alone.probe;
      return { name, verdict: judgements[index].verdict, probe: auroc, interval95 };
    }),
  };
}
