import type { PresentationOrder } from '../data/split/trainingOrder';
import type { Auroc } from '../protocol/evidence';
import { takeClosingLooks } from './closing/closingLooks';
import { type CompiledNetwork, inferBatch } from './compiledNetwork';
import type { ControlSets } from './controls/controlSets';
import { measureControls } from './controls/measureControls';
import { trainingHeads } from './convergence/trainingHeads';
import { evaluationEvent } from './evaluationEvent';
import type { JudgingSets } from './judgingSets';
import type { LearnJob } from './learnJob';
import type { LearnState } from './learnState';
import { measure } from './measuring/evaluate';
import type { KeptOutputs, Weights } from './measuring/infer';
import { settledTransforms } from './measuring/settledEvidence';
import { networkStatistics } from './measuring/networkStatistics';
import { createMetricsAverage } from './metricsAverage';
import { createProgressMeter } from './progressMeter';
import { isWhole, picturesAt, plannedLooks } from './runPlan';
import { timeLeft } from './timeLeft';
import { trainJointly } from './trainJointly';
import type { TrainingPlan } from './trainingPlan';
import type { TrainingState } from './trainingState';

export interface TrainAndMeasureOptions {
  readonly network: CompiledNetwork;
  readonly sets: JudgingSets;
  /** The judging items in the order of the sets. */
  readonly judging: Int32Array;
  /** Null without controls, as is `controlOrder`. */
  readonly controlSets: ControlSets | null;
  readonly controlOrder: PresentationOrder | null;
  readonly order: PresentationOrder;
  readonly plan: TrainingPlan;
}

/** Seconds between two checkpoints; at most this much is learned again after a crash. */
const checkpointInterval = 5;

/** Trains to each evaluation point in turn and measures there. False when asked to stop before the end. */
export async function trainAndMeasure(
  job: LearnJob,
  state: LearnState,
  options: TrainAndMeasureOptions,
): Promise<boolean> {
  const { training } = state;
  if (training === null) throw new Error('Training needs a network with weights.');
  let latest: MeasuredNetwork | null = null;
  for (const point of options.plan.evaluations) {
    if (state.measurements.some(({ presentations }) => presentations === point)) continue;
    await trainTo(point, job, state, training, options);
    if (job.signal.aborted) return false;
    latest = await measureAt(point, job, state, training, options);
    await job.sink.saveCheckpoint(state);
    job.sink.emit({ type: 'checkpoint', presentations: training.presentations });
  }
  await lookCloser(job, state, training, options, latest);
  return true;
}

/** What the last evaluation leaves for the closing looks; checkpoints don't hold it. */
interface MeasuredNetwork {
  readonly weights: Weights;
  readonly kept: KeptOutputs;
}

/** With the network as it was last measured. A run that was resumed after that computes its BatchNorm statistics again. */
async function lookCloser(
  job: LearnJob,
  state: LearnState,
  { averaged: parameters }: TrainingState,
  { network, sets, judging, order }: TrainAndMeasureOptions,
  latest: MeasuredNetwork | null,
): Promise<void> {
  const { settings, signal } = job;
  const measured = latest ?? {
    weights: {
      parameters,
      batchStatistics: await networkStatistics({ ...job, ...settings, network, order, parameters, signal }),
    },
    kept: new Map(),
  };
  await takeClosingLooks({ job, state, network, ...measured, sets, judging, order, looks: plannedLooks(settings) });
}

async function trainTo(
  point: number,
  job: LearnJob,
  state: LearnState,
  training: TrainingState,
  { network, order, controlOrder, plan }: TrainAndMeasureOptions,
): Promise<void> {
  const { sink, now, feed, settings, signal } = job;
  sink.emit({ type: 'stage', stage: 'training' });
  const progress = createProgressMeter('training', 'presentations', { now, emit: sink.emit });
  const metrics = createMetricsAverage(sink.emit);
  const startedAt = now();
  const secondsBefore = { ...state.seconds };
  const waitedBefore = feed.waitedMs;
  let savedAt = startedAt;
  const steps = trainJointly(training, {
    ...settings,
    network,
    feed,
    order,
    controlOrder,
    plan,
    until: point,
    signal,
  });
  for await (const step of steps) {
    metrics.add(step, training.presentations);
    state.seconds.training = secondsBefore.training + now() - startedAt;
    state.seconds.waiting = secondsBefore.waiting + (feed.waitedMs - waitedBefore) / 1000;
    progress(training.presentations, plan.presentations, timeLeft(state, plan, job));
    if (now() - savedAt > checkpointInterval) {
      await sink.saveCheckpoint(state);
      sink.emit({ type: 'checkpoint', presentations: training.presentations });
      savedAt = now();
    }
  }
}

async function measureAt(
  point: number,
  job: LearnJob,
  state: LearnState,
  { averaged: parameters }: TrainingState,
  { network, sets, controlSets, order, plan }: TrainAndMeasureOptions,
): Promise<MeasuredNetwork> {
  const { sink, now, settings, signal } = job;
  sink.emit({ type: 'stage', stage: 'measuring' });
  const startedAt = now();
  const batchStatistics = await networkStatistics({ ...job, ...settings, network, order, parameters, signal });
  const kept: KeptOutputs = new Map();
  const weights = { parameters, batchStatistics };
  const looks = plannedLooks(settings);
  const isLast = point === plan.presentations;
  const controls =
    controlSets && (await measureControls(network, weights, { ...job, ...settings, sets: controlSets, looks }));
  const measured = await measure(network, weights, point, {
    ...job,
    sets,
    kept,
    n: picturesAt(point, plan, sets.clean.n),
    // Never less training, only less measuring.
    settled: isWhole(point, plan) ? new Set() : settledTransforms(job, state.measurements),
    previous: state.measurements.at(-1),
    looks,
    seed: settings.seed,
    onProgress: createProgressMeter('measuring', 'images', { now, emit: sink.emit }),
  });
  const training = isLast ? await onTrainingPictures(job, network, weights, order) : null;
  state.measurements = [...state.measurements, { ...measured.measurement, training, controls }];
  state.seconds.measuring += now() - startedAt;
  sink.emit(evaluationEvent(job, state.measurements, state.fileTests));
  await sink.saveScores(measured.scores);
  return { weights, kept };
}

function onTrainingPictures(
  job: LearnJob,
  network: CompiledNetwork,
  weights: Weights,
  order: PresentationOrder,
): Promise<Auroc[]> {
  return trainingHeads(network, weights, {
    ...job,
    order,
    available: job.split.training.length,
    transforms: job.pool.length,
    looks: plannedLooks(job.settings),
    batchSize: inferBatch,
  });
}
