import type { Program } from '../graph/program';
import type { Random } from '../random/random';
import type { Optimizer } from './optimizer';

/** Everything that fixes the network: one trunk, a task head and a head per transform. */
export interface JointNetworkOptions {
  /** Pixels per side of the square input, 13..256 (the working size less the guard). */
  readonly side: number;
  readonly channels: 1 | 3;
  /** Classes of the task head; 0 = no task head. */
  readonly classes: number;
  /** Transforms, each with a logit of its own. */
  readonly transforms: number;
  /** Per channel, in pixel units 0..255; pixels enter the trunk as (pixel − mean) / standardDeviation. */
  readonly mean: readonly number[];
  readonly standardDeviation: readonly number[];
}

/*
 * Shapes below: N images in the batch, S side, C channels, K classes, T transforms, F pooled features,
 * P parameters, O optimizer state, B values of batch statistics.
 */

/** One training step. */
export type TrainProgram = Program<TrainInputs, TrainOutputs>;
export type TrainInputs = {
  /** [N, S, S, C] */
  pixels: 'uint8';
  /** [N]: class index, −1 without a label (the image then takes no part in the task loss). */
  labels: 'int32';
  /** [N, T]: 1 where the transform was applied. */
  applied: 'uint8';
  /** Scalar. */
  learningRate: 'float32';
  /** Scalar: the weight of the old averages, as from `averageDecay`. */
  averageDecay: 'float32';
  /** [P] */
  parameters: 'float32';
  /** [O]: momentum, or what else the optimizer keeps. */
  optimizerState: 'float32';
  /** [P]: exponential moving average of the parameters. */
  averaged: 'float32';
};
export type TrainOutputs = {
  parameters: 'float32';
  optimizerState: 'float32';
  averaged: 'float32';
  /** Scalar: cross-entropy over the labelled images (0 without any, or without a task head). */
  taskLoss: 'float32';
  /** Scalar: mean binary cross-entropy over images and transforms, unweighted. */
  headsLoss: 'float32';
  /** Scalar: labelled images whose highest logit is their class. */
  taskCorrect: 'float32';
};

/** The BatchNorm statistics of one batch under train-mode normalisation, to be pooled by `poolBatchStatistics`. */
export type BatchStatisticsProgram = Program<
  { pixels: 'uint8'; parameters: 'float32' },
  {
    /** [B]: per layer the means then the (biased) variances. */
    batchStatistics: 'float32';
  }
>;

/** Eval mode: normalisation by pooled statistics. */
export type InferProgram = Program<
  {
    pixels: 'uint8';
    parameters: 'float32';
    /** [B], as from `poolBatchStatistics`. */
    batchStatistics: 'float32';
  },
  {
    /** [N, K]; a single column of zeros without a task head. */
    taskLogits: 'float32';
    /** [N, T] */
    headLogits: 'float32';
    /** [N, F]: the trunk's features after global average pooling. */
    features: 'float32';
  }
>;

/** A network and the programs that train and use it; made by `createJointNetwork(options)`. */
export interface JointNetwork {
  readonly options: JointNetworkOptions;
  /** P. */
  readonly parameterCount: number;
  /** F. */
  readonly featureCount: number;
  /** B. */
  readonly batchStatisticsLength: number;
  /** [P], He-normal weights drawn from `random`, as `buildTrainProgram` starts from. */
  initialParameters(random: Random): Float32Array;
  buildTrainProgram(options: TrainOptions): TrainProgram;
  buildBatchStatisticsProgram(options: { readonly batch: number }): BatchStatisticsProgram;
  buildInferProgram(options: { readonly batch: number }): InferProgram;
}

export interface TrainOptions {
  /** Images per step. */
  readonly batch: number;
  readonly optimizer: Optimizer;
  /** Loss = task cross-entropy + headsWeight × mean binary cross-entropy of the heads. Default 8. */
  readonly headsWeight?: number;
}
