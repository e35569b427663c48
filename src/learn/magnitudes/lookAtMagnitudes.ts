import { judgedZ } from '../../judge/judgedZ';
import type { MeasuredStep } from '../../judge/magnitudes/judgeSteps';
import { presentationsBeforeSafe } from '../../judge/rules/enoughTraining';
import type { Magnitude } from '../../protocol/closing';
import type { ClosingContext, ClosingLook } from '../closing/closingContext';
import { latestJudgements } from '../latestJudgements';
import { joinPasses, passThrough } from '../measuring/passThrough';
import { type TogetherMeasure, togetherMeasure } from '../measuring/togetherEvidence';
import { countSteps, type GradedTransform, gradedTransforms } from './gradedTransforms';
import { magnitudeOf } from './magnitudeOf';
import { stepSettings } from './stepSettings';

/** An obvious step is settled on these pictures. */
const picturesAtFirst = 300;
/** Pictures for the others: as many as evaluations on the way measure. */
const mostPictures = 1000;

/**
 * Every transform along its strengths, each step judged like a transform. The default is not measured again: it is what the last
 * evaluation said. Before anything can be safe only the curves of the screening are given.
 */
export const lookAtMagnitudes: ClosingLook<'magnitudes'> = async (context) => {
  const { job, state, sets, onProgress } = context;
  const latest = state.measurements[state.measurements.length - 1];
  if (latest.presentations < presentationsBeforeSafe) return state.screenedMagnitudes;
  const graded = gradedTransforms(job.pool);
  // Most steps are looked at twice: on the first pictures, and on all.
  const looks = sets.clean.n > picturesAtFirst ? 2 : 1;
  const together = { transforms: countSteps(graded), looks };
  const measure = togetherMeasure(context, {
    zJudged: judgedZ(together),
    zLabels: judgedZ({ ...together, comparisons: Math.max(1, job.classes.length) }),
  });
  const magnitudes: Magnitude[] = [];
  for (const one of graded) {
    const steps = await measuredSteps(context, one, measure);
    magnitudes.push(magnitudeOf(one, { steps, available: sets.clean.n, settings: stepSettings(job, latest) }));
    onProgress(magnitudes.length, graded.length);
  }
  return magnitudes;
};

/** From the mildest on: once a step is clearly told, the stronger ones are looked at on fewer pictures, too. */
async function measuredSteps(
  context: ClosingContext,
  { index, strength, transform }: GradedTransform,
  measure: TogetherMeasure,
): Promise<MeasuredStep[]> {
  const { job, state } = context;
  const { evidence } = state.measurements[state.measurements.length - 1];
  const { alone, labels } = evidence[index];
  const { verdict } = latestJudgements(job, state)[index];
  const steps: MeasuredStep[] = [];
  let isClear = false;
  for (const value of strength.grid) {
    const step: MeasuredStep =
      value === strength.default
        ? { probe: alone.probe, labels, n: alone.n, judged: verdict }
        : await measuredStep(context, { index, value, name: transform.name, isClear }, measure);
    isClear ||= step.probe.intervalJudged[0] > job.settings.threshold;
    steps.push(step);
  }
  return steps;
}

interface StepToMeasure {
  /** Of the transform in the pool. */
  readonly index: number;
  readonly name: string;
  readonly value: number;
  /** A milder step was told clearly. */
  readonly isClear: boolean;
}

async function measuredStep(
  context: ClosingContext,
  { index, name, value, isClear }: StepToMeasure,
  measure: TogetherMeasure,
): Promise<MeasuredStep> {
  const available = context.sets.clean.n;
  const first = Math.min(available, picturesAtFirst);
  const most = Math.min(available, mostPictures);
  // One stream for all steps: the same picture is changed the same way, only more or less.
  const request = {
    draw: { kind: 'strength', transform: index, value },
    stream: `judge strength ${name}`,
  } as const;
  const passed = await passThrough(context, { ...request, from: 0, to: first });
  const step = await measure(passed, []);
  if (isClear || first === most || step.probe.intervalJudged[0] > context.job.settings.threshold) return step;
  return measure(joinPasses(passed, await passThrough(context, { ...request, from: first, to: most })), []);
}
