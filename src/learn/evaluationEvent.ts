import { judge } from '../judge/rejudge';
import type { Evaluation } from '../protocol/events';
import type { FileTest } from '../protocol/result';
import { judgeSettingsOf } from './judgeSettings';
import type { LearnJob } from './learnJob';
import { measuredEvaluations } from './measuredEvaluations';
import type { Measurement } from './measuring/evaluate';

/** The latest measurement, judged with those before it, as a full snapshot for whoever watches. */
export function evaluationEvent(
  job: Pick<LearnJob, 'pool' | 'classes' | 'settings'>,
  measurements: readonly Measurement[],
  fileTests: readonly FileTest[],
): Evaluation {
  const named = measuredEvaluations(measurements, job.pool);
  const latest = measurements.length - 1;
  const judgements = judge(named[latest], named, judgeSettingsOf(job));
  const { presentations, taskHead, evidence, measuredAt, controls } = measurements[latest];
  const carried = (index: number) => (measuredAt[index] < presentations ? { measuredAt: measuredAt[index] } : {});
  return {
    type: 'evaluation',
    presentations,
    taskHead,
    fileTests,
    controls,
    transforms: job.pool.map(({ name, family }, index) => {
      const { verdict, verdicts, reasonCode, reason } = judgements[index];
      return {
        name,
        family,
        verdict,
        verdicts,
        reasonCode,
        reason,
        evidence: evidence[index],
        ...carried(index),
      };
    }),
  };
}
