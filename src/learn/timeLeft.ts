import { closingPictures } from './closing/closingPictures';
import { controlSetCount } from './controls/controlSets';
import type { LearnJob } from './learnJob';
import type { LearnState } from './learnState';
import { picturesOnTheWay } from './runPlan';
import type { TrainingPlan } from './trainingPlan';

/** A picture passed through the network costs about this share of a training presentation; used until one was measured. */
const inferenceShare = 0.35;

/** Seconds to the end of the run, from its own speed so far; null before there is any. */
export function timeLeft(
  { training, seconds, measurements }: LearnState,
  { evaluations, presentations }: TrainingPlan,
  { pool, split, controls }: Pick<LearnJob, 'pool' | 'split' | 'controls'>,
): number | null {
  if (training === null || training.presentations === 0) return null;
  const perPresentation = seconds.training / training.presentations;
  const sets = pool.length + 3;
  const controlPictures = controlSetCount * (controls?.judged.length ?? 0);
  const picturesAt = (point: number): number =>
    controlPictures +
    sets * (point === presentations ? split.judging.length : Math.min(split.judging.length, picturesOnTheWay));
  const done = evaluations.filter((point) => measurements.some((one) => one.presentations === point));
  const sum = (points: readonly number[]): number => points.reduce((total, point) => total + picturesAt(point), 0);
  const perPicture = done.length > 0 ? seconds.measuring / sum(done) : inferenceShare * perPresentation;
  const toCome = evaluations.filter((point) => !done.includes(point));
  const closing = closingPictures(presentations, { transforms: pool.length, n: split.judging.length });
  return (presentations - training.presentations) * perPresentation + (sum(toCome) + closing) * perPicture;
}
