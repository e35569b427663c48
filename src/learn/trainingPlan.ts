import { finalDecay } from '../nn/schedules/finalDecay';
import type { Schedule } from '../nn/schedules/schedule';

/** How many images the network will have seen, when it is measured, and how fast it learns at each step. */
export interface TrainingPlan {
  /** Image presentations in all; a multiple of the batch size. */
  readonly presentations: number;
  readonly batchSize: number;
  /** Presentation counts at which the run measures, ascending; the last one is `presentations`. */
  readonly evaluations: readonly number[];
  readonly learningRate: number;
}

/** Momentum needs a warm-up: without it the first steps throw BatchNorm's scales far out. At most a tenth of a short run. */
const warmUpSteps = 200;

export interface TrainingPlanOptions {
  readonly presentations: number;
  readonly batchSize: number;
  /** Wanted evaluation counts; those beyond the budget are dropped and the end is added. */
  readonly evaluations: readonly number[];
  readonly learningRate: number;
}

/** Rounds everything to whole batches, so that an evaluation always falls between two steps. */
export function planTraining({
  presentations,
  batchSize,
  evaluations,
  learningRate,
}: TrainingPlanOptions): TrainingPlan {
  const roundUp = (count: number): number => Math.max(1, Math.ceil(count / batchSize)) * batchSize;
  const total = roundUp(presentations);
  const points = evaluations.map(roundUp).filter((count) => count < total);
  return { presentations: total, batchSize, evaluations: [...new Set([...points, total])], learningRate };
}

/**
 * The rate by step, from 0: warm-up, constant, then linear decay over the last 30 % of the budget. It follows the budget alone,
 * since no schedule may look at the judging images.
 */
export function learningRateOf({ presentations, batchSize, learningRate }: TrainingPlan): Schedule {
  const steps = presentations / batchSize;
  return finalDecay({ peak: learningRate, steps, warmUpSteps: Math.min(warmUpSteps, Math.ceil(steps / 10)) });
}
