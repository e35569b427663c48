import { createPresentationOrder, type PresentationOrder } from '../data/split/trainingOrder';
import { namedBudgets } from '../protocol/budgets';
import { evaluationPoints } from '../run/budget';
import { closingPictures } from './closing/closingPictures';
import type { CompiledNetwork } from './compiledNetwork';
import { controlSetCount } from './controls/controlSets';
import type { JudgingSets } from './judgingSets';
import type { LearnJob } from './learnJob';
import type { LearnSettings } from './learnSettings';
import type { LearnState } from './learnState';
import { infer } from './measuring/infer';
import { type MeasuredCost, presentationsThatFit } from './timeBudget';
import { trainJointly } from './trainJointly';
import { planTraining, type TrainingPlan } from './trainingPlan';

/** Held-out pictures that evaluations on the way measure. */
const picturesOnTheWay = 1000;

/**
 * Whether an evaluation is one of a run's last two. These measure every transform on all held-out pictures: verdicts ask for two evaluations
 * running, and a head that has come to know its classes late may find labels broken only then.
 */
export function isWhole(point: number, { evaluations }: Pick<TrainingPlan, 'evaluations'>): boolean {
  return evaluations.slice(-2).includes(point);
}

/** How many of `available` held-out pictures an evaluation measures. */
export function picturesAt(point: number, plan: Pick<TrainingPlan, 'evaluations'>, available: number): number {
  return isWhole(point, plan) ? available : Math.min(available, picturesOnTheWay);
}

/** Steps that are timed, after a few that warm the runtime up. */
const timedSteps = 8;
const warmupSteps = 3;
const timedPictures = 300;
/** Long enough that the timed steps are not its end, where the learning rate falls. */
const longestPlan = 2 ** 30;

/**
 * Looks that intervals are corrected for: the screening and every evaluation. A budget in minutes counts as the longest named
 * one, since its length is not known when the screening needs it; no run has more evaluations.
 */
export function plannedLooks({ presentations }: Pick<LearnSettings, 'presentations'>): number {
  return 1 + evaluationPoints(presentations ?? namedBudgets.paper).length;
}

/**
 * The plan of the run's training. A budget in minutes is turned into presentations once, from the measured speed of a few
 * steps with throw-away weights, and then kept, also over a resume.
 */
export async function planFor(
  job: LearnJob,
  state: LearnState,
  network: CompiledNetwork,
  sets: JudgingSets,
): Promise<TrainingPlan> {
  const { batchSize, learningRate, presentations, minutes } = job.settings;
  state.plannedPresentations ??= presentations ?? (await fitInto((minutes ?? 0) * 60, job, state, network, sets));
  const planned = state.plannedPresentations;
  return planTraining({ presentations: planned, batchSize, learningRate, evaluations: evaluationPoints(planned) });
}

/** The order in which marks are learned on the control pictures; null without controls. */
export function controlOrderOf({
  controls,
  settings,
}: Pick<LearnJob, 'controls' | 'settings'>): PresentationOrder | null {
  return controls && createPresentationOrder(controls.learned, settings.seed);
}

/** How many presentations fit into what is left of `seconds`. */
async function fitInto(seconds: number, job: LearnJob, state: LearnState, network: CompiledNetwork, sets: JudgingSets) {
  const cost = await measureCost(job, state, network, sets);
  return presentationsThatFit(seconds - job.now(), cost, evaluationPoints, job.settings.batchSize);
}

async function measureCost(
  job: LearnJob,
  state: LearnState,
  network: CompiledNetwork,
  sets: JudgingSets,
): Promise<MeasuredCost> {
  if (state.training === null) throw new Error('A network is needed to measure what training costs.');
  const { feed, split, settings, pool, now, signal } = job;
  const throwAway = { ...state.training };
  const until = throwAway.presentations + (warmupSteps + timedSteps) * settings.batchSize;
  const plan = planTraining({ ...settings, presentations: longestPlan, evaluations: [] });
  const order = createPresentationOrder(split.training, settings.seed);
  const controlOrder = controlOrderOf(job);
  const stepEnds: number[] = [];
  const steps = trainJointly(throwAway, { ...settings, network, feed, order, controlOrder, plan, until, signal });
  while (!(await steps.next()).done) stepEnds.push(now());
  signal.throwIfAborted();
  const perStep = (stepEnds[stepEnds.length - 1] - stepEnds[warmupSteps - 1]) / timedSteps;

  const { batchStatisticsLength } = network.network;
  const weights = { parameters: throwAway.averaged, batchStatistics: new Float32Array(batchStatisticsLength).fill(1) };
  const n = Math.min(sets.clean.n, timedPictures);
  const inferStart = now();
  await infer(network, weights, sets.clean, { feed, n, signal });
  const perPicture = (now() - inferStart) / n;
  const setCount = 1 + pool.length + sets.subsets.length;
  const controlPictures = controlSetCount * (job.controls?.judged.length ?? 0);
  return {
    perPresentation: perStep / settings.batchSize,
    perEvaluation: perPicture * (setCount * Math.min(sets.clean.n, picturesOnTheWay) + controlPictures),
    finalEvaluation: perPicture * (setCount * sets.clean.n + controlPictures),
    closingLooks: (presentations) =>
      perPicture * closingPictures(presentations, { transforms: pool.length, n: sets.clean.n }),
  };
}
