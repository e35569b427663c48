import { judge, type Judgement } from '../judge/rejudge';
import { judgeSettingsOf } from './judgeSettings';
import type { LearnJob } from './learnJob';
import type { LearnState } from './learnState';
import { measuredEvaluations } from './measuredEvaluations';

/** The verdicts of the last evaluation, in the pool's order. Throws an Error when there was none. */
export function latestJudgements(
  job: Pick<LearnJob, 'pool' | 'classes' | 'settings'>,
  { measurements }: Pick<LearnState, 'measurements'>,
): Judgement[] {
  const evaluations = measuredEvaluations(measurements, job.pool);
  const latest = evaluations[evaluations.length - 1];
  if (latest === undefined) throw new Error('Nothing was measured, so there are no verdicts.');
  return judge(latest, evaluations, judgeSettingsOf(job));
}
