import { rejudge } from '../../judge/rejudge';
import { isSettled } from '../../judge/settled';
import { judgeSettingsOf } from '../judgeSettings';
import type { LearnJob } from '../learnJob';
import { measuredEvaluations } from '../measuredEvaluations';
import type { Measurement } from './evaluate';

/**
 * Pool indices of the transforms that need no measuring on the way any more; none under the paper's rule, which needs all of
 * its figures.
 */
export function settledTransforms(
  job: Pick<LearnJob, 'pool' | 'classes' | 'settings'>,
  measurements: readonly Measurement[],
): ReadonlySet<number> {
  if (job.settings.rule === 'paper') return new Set();
  const evaluations = measuredEvaluations(measurements, job.pool);
  const judged = rejudge(evaluations, judgeSettingsOf(job)).filter((_, i) => measurements[i].presentations > 0);
  const indices = [...job.pool.keys()];
  return new Set(indices.filter((index) => isSettled(judged.map((judgements) => judgements[index]))));
}
