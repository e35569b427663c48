/** How many images the network will have seen, when it is measured, and how fast it learns at each step. */
export interface TrainingPlan {
  /** Image presentations in all; a multiple of the batch size. */
  readonly presentations: number;
  readonly batchSize: number;
  /** Presentation counts at which the run measures, ascending; the last one is `presentations`. */
  readonly evaluations: readonly number[];
  readonly learningRate: number;
}

/** Share of the budget after which the rate decays; fixed, since no schedule may look at the judging images. */
const decayStart = 0.7;
const warmupSteps = 200;
const finalShare = 0.005;

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
 * The rate of step number `step` (from 0): linear warm-up over 200 steps (a tenth of short runs), constant, then linear decay
 * over the last 30 % of the budget. Momentum needs the warm-up: without it the first steps throw BatchNorm's scales far out.
 */
export function learningRateAt(plan: TrainingPlan, step: number): number {
  const steps = plan.presentations / plan.batchSize;
  const warmup = Math.min(warmupSteps, Math.ceil(steps / 10));
  const progress = step / steps;
  const decay = progress < decayStart ? 1 : Math.max(finalShare, (1 - progress) / (1 - decayStart));
  return plan.learningRate * Math.min(1, (step + 1) / warmup) * decay;
}

/** Decay of the averaged weights at `step`: short at first, so that the average forgets the random start (0.998 later). */
export function averageDecayAt(step: number): number {
  return Math.min(0.998, (1 + step) / (10 + step));
}
