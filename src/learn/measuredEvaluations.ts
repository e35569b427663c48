import type { MeasuredEvaluation } from '../judge/rejudge';
import type { LearnJob } from './learnJob';
import type { Measurement } from './measuring/evaluate';

/** A run's measurements with the transforms' names, the form in which they are judged. */
export function measuredEvaluations(
  measurements: readonly Measurement[],
  pool: LearnJob['pool'],
): readonly MeasuredEvaluation[] {
  return measurements.map(({ presentations, evidence, controls, measuredAt }) => ({
    presentations,
    controls,
    transforms: pool.map(({ name }, index) => ({ name, evidence: evidence[index], measuredAt: measuredAt[index] })),
  }));
}
