import { closingPictures } from './closing/closingPictures';
import { controlSetCount } from './controls/controlSets';
import type { LearnJob } from './learnJob';
import type { LearnState } from './learnState';
import type { Measurement } from './measuring/evaluate';
import { isWhole, picturesAt } from './runPlan';
import type { TrainingPlan } from './trainingPlan';

/** A picture passed through the network costs about this share of a training presentation; used until one was measured. */
const inferenceShare = 0.35;
/** Sets that an evaluation measures beside one a transform: clean, and random subsets. */
const otherSets = 3;

/** Seconds to the end of the run, from its own speed so far; null before there is any. */
export function timeLeft(
  { training, seconds, measurements }: LearnState,
  plan: TrainingPlan,
  { pool, split, controls }: Pick<LearnJob, 'pool' | 'split' | 'controls'>,
): number | null {
  if (training === null || training.presentations === 0) return null;
  const perPresentation = seconds.training / training.presentations;
  const controlPictures = controlSetCount * (controls?.judged.length ?? 0);
  const pictures = (point: number, transforms: number): number =>
    controlPictures + (transforms + otherSets) * picturesAt(point, plan, split.judging.length);
  const done = measurements.filter(({ presentations }) => plan.evaluations.includes(presentations));
  const passed = sum(done.map((one) => pictures(one.presentations, measuredTransforms(one))));
  const perPicture = done.length > 0 ? seconds.measuring / passed : inferenceShare * perPresentation;
  const latest = measurements.at(-1);
  const transformsAt = (point: number): number =>
    isWhole(point, plan) || latest === undefined ? pool.length : measuredTransforms(latest);
  const toCome = plan.evaluations.filter((point) => !done.some(({ presentations }) => presentations === point));
  const closing = closingPictures(plan.presentations, { transforms: pool.length, n: split.judging.length });
  return (
    (plan.presentations - training.presentations) * perPresentation +
    (sum(toCome.map((point) => pictures(point, transformsAt(point)))) + closing) * perPicture
  );
}

/** Those whose evidence was not carried on. */
function measuredTransforms({ presentations, measuredAt }: Measurement): number {
  return measuredAt.filter((at) => at === presentations).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
