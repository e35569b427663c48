import type { Batch, BatchRequest } from '../data/batch';
import type { Feed } from '../data/feed/feed';
import type { PresentationOrder } from '../data/split/trainingOrder';
import { EngineError } from '../engine/engine';
import { averageDecay } from '../nn/movingAverage';
import type { CompiledNetwork } from './compiledNetwork';
import { learnedRanges } from './controls/ladders';
import { type TrainingBatch, withMarks } from './controls/trainingBatch';
import { learningRateOf, type TrainingPlan } from './trainingPlan';
import type { TrainingState } from './trainingState';

export interface TrainJointlyOptions {
  readonly network: CompiledNetwork;
  readonly feed: Feed;
  readonly order: PresentationOrder;
  /** The pictures that marks are learned on, or null without controls. */
  readonly controlOrder: PresentationOrder | null;
  readonly plan: TrainingPlan;
  /** Train until the state has seen this many presentations; a multiple of the batch size. */
  readonly until: number;
  readonly maxSubset: number;
  readonly subsetPer: 'image' | 'batch';
  /** Ends the training after the current step. */
  readonly signal: AbortSignal;
}

/** What one step reported. */
export interface TrainingStep {
  readonly learningRate: number;
  /** Null without labels. */
  readonly taskLoss: number | null;
  readonly headsLoss: number;
  readonly taskCorrect: number | null;
  readonly images: number;
}

/** 4 pictures of a batch of 64 bear marks instead of transforms: 6 cost the detector of CIFAR-10 up to 0.04 of an AUROC. */
const controlShare = 1 / 16;

/** How many of a batch's pictures are control pictures where there are controls. */
export function controlPicturesOf(batchSize: number): number {
  return Math.max(1, Math.floor(batchSize * controlShare));
}

/**
 * Step 1 of the paper: learns the task and "which transforms were applied?" together, each image under a random subset of
 * the pool, and on the side the marks of the controls, on pictures of their own. Changes `state` step by step and yields after
 * each, so that the caller can look, save, or stop.
 */
export async function* trainJointly(
  state: TrainingState,
  { network, feed, order, controlOrder, plan, until, maxSubset, subsetPer, signal }: TrainJointlyOptions,
): AsyncGenerator<TrainingStep> {
  const { batchSize } = plan;
  const marked = controlOrder ? controlPicturesOf(batchSize) : 0;
  const augmented = batchSize - marked;
  function* requests(): Generator<BatchRequest> {
    for (let step = state.presentations / batchSize; step * batchSize < until; step++) {
      yield {
        items: order.take(step * augmented, augmented),
        draw: { kind: 'subset', maxSubset, per: subsetPer },
        stream: 'train',
        firstPosition: step * augmented,
        statistics: false,
      };
      if (controlOrder === null) continue;
      yield {
        items: controlOrder.take(step * marked, marked),
        draw: { kind: 'randomMarks', ranges: learnedRanges },
        stream: 'train marks',
        firstPosition: step * marked,
        statistics: false,
      };
    }
  }
  if (signal.aborted || state.presentations >= until) return;
  let waiting: Batch | null = null;
  for await (const batch of feed.batches(requests(), { ahead: controlOrder ? 8 : 4 })) {
    if (controlOrder && waiting === null) {
      waiting = batch;
      continue;
    }
    yield await trainStep(state, waiting ? withMarks(waiting, batch) : batch, network, plan);
    waiting = null;
    if (signal.aborted) return;
  }
}

async function trainStep(
  state: TrainingState,
  batch: TrainingBatch,
  network: CompiledNetwork,
  plan: TrainingPlan,
): Promise<TrainingStep> {
  const step = state.presentations / plan.batchSize;
  const learningRate = learningRateOf(plan)(step);
  const outputs = await network.train.run({
    pixels: batch.pixels,
    labels: batch.labels,
    applied: batch.applied,
    learningRate: Float32Array.of(learningRate),
    averageDecay: Float32Array.of(averageDecay(step)),
    parameters: state.parameters,
    optimizerState: state.optimizerState,
    averaged: state.averaged,
  });
  const headsLoss = outputs.headsLoss[0];
  if (!Number.isFinite(headsLoss)) {
    throw new EngineError(
      `Training diverged at ${state.presentations} presentations: the loss is ${headsLoss}. Try another --seed; if it stays, report this with the run folder.`,
    );
  }
  state.parameters = outputs.parameters;
  state.optimizerState = outputs.optimizerState;
  state.averaged = outputs.averaged;
  state.presentations += plan.batchSize;
  const labelled = network.network.options.classes > 0;
  return {
    learningRate,
    taskLoss: labelled ? outputs.taskLoss[0] : null,
    headsLoss,
    taskCorrect: labelled ? outputs.taskCorrect[0] : null,
    images: plan.batchSize,
  };
}
