import type { Program } from '../graph/program';
import type { Random } from '../random/random';
import { batchStatisticsProgram, inferProgram, trainProgram } from './jointPrograms';
import { batchStatisticsLength, parametersOf } from './normalizedConvolution';
import type { Optimizer } from './optimizer';
import { initialParameters, layParametersOut, type ParameterLayout } from './parameters';
import { createResnet } from './resnet';

/** Everything that fixes the network: one trunk, a task head, a logit for each transform and for each label of the controls. */
export interface JointNetworkOptions {
  /** Pixels per side of the square input, 13..256 (the working size less the guard). */
  readonly side: number;
  readonly channels: 1 | 3;
  /** Classes of the task head; 0 = no task head. */
  readonly classes: number;
  /** Transforms, each with a logit of its own. */
  readonly transforms: number;
  /** Labels that only control pictures have, each with a logit of its own that training alone uses. Default 0. */
  readonly marks?: number;
  /** Per channel, in pixel units 0..255; pixels enter the trunk as (pixel − mean) / standardDeviation. */
  readonly mean: readonly number[];
  readonly standardDeviation: readonly number[];
  /** Channels of each stage. Default 16, 32, 64, 128. */
  readonly widths?: readonly number[];
  /** Residual blocks of each stage. Default 1, 1, 2, 1: about 20 million multiply-adds an image with the default widths. */
  readonly blocks?: readonly number[];
  /** `softplus` has no kink, for comparisons of gradients. Default `relu`. */
  readonly activation?: 'relu' | 'softplus';
}

/*
 * Shapes below: N images in the batch, of which the last Q are control pictures, S side, C channels, K classes, T transforms,
 * M marks, F pooled features, P parameters, O optimizer state, B values of batch statistics.
 */

export type TrainInputs = {
  /** [N, S, S, C] */
  pixels: 'uint8';
  /** [N]: class index, −1 without a label (the image then takes no part in the task loss). */
  labels: 'int32';
  /** [N, T + M]: 1 where the transform was applied and, in the control pictures' rows, where the mark's label is 1. */
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
  /** Scalar: mean binary cross-entropy over images and transforms, unweighted; control pictures take no part. */
  headsLoss: 'float32';
  /** Scalar: labelled images whose highest logit is their class. */
  taskCorrect: 'float32';
};
/** One training step. */
export type TrainProgram = Program<TrainInputs, TrainOutputs>;

export type BatchStatisticsInputs = { pixels: 'uint8'; parameters: 'float32' };
export type BatchStatisticsOutputs = {
  /** [B]: per layer the means, then the unbiased variances. */
  batchStatistics: 'float32';
};
/** The BatchNorm statistics of one batch under train-mode normalisation, to be pooled by `poolBatchStatistics`. */
export type BatchStatisticsProgram = Program<BatchStatisticsInputs, BatchStatisticsOutputs>;

export type InferInputs = {
  pixels: 'uint8';
  parameters: 'float32';
  /** [B], as from `poolBatchStatistics`. */
  batchStatistics: 'float32';
};
export type InferOutputs = {
  /** [N, K]; a single column of zeros without a task head. */
  taskLogits: 'float32';
  /** [N, T] */
  headLogits: 'float32';
  /** [N, F]: the trunk's features after global average pooling. */
  features: 'float32';
};
/** Eval mode: normalisation by pooled statistics. */
export type InferProgram = Program<InferInputs, InferOutputs>;

export interface TrainOptions {
  /** Images per step, control pictures included. */
  readonly batch: number;
  /** How many of them, the last ones, are control pictures: they teach the marks alone. Default 0. */
  readonly controlPictures?: number;
  readonly optimizer: Optimizer;
  /**
   * Loss = task cross-entropy + headsWeight × mean binary cross-entropy of the heads + `marksShare` × headsWeight × that of the
   * marks. Default 8.
   */
  readonly headsWeight?: number;
}

/** A network and the programs that train and use it. */
export interface JointNetwork {
  readonly options: JointNetworkOptions;
  /** Where each parameter lies in the flat vector. */
  readonly parameterLayout: ParameterLayout;
  /** P. */
  readonly parameterCount: number;
  /** F. */
  readonly featureCount: number;
  /** B. */
  readonly batchStatisticsLength: number;
  /** [P], to start training from. */
  initialParameters(random: Random): Float32Array;
  buildTrainProgram(options: TrainOptions): TrainProgram;
  buildBatchStatisticsProgram(options: { readonly batch: number }): BatchStatisticsProgram;
  buildInferProgram(options: { readonly batch: number }): InferProgram;
}

/** @throws RangeError when an option is out of its range. */
export function createJointNetwork(options: JointNetworkOptions): JointNetwork {
  const { side, channels, classes, transforms, marks = 0, mean, standardDeviation } = options;
  const { widths = [16, 32, 64, 128], blocks = [1, 1, 2, 1], activation = 'relu' } = options;
  if (!Number.isInteger(side) || side < 13 || side > 256) {
    throw new RangeError(`The network takes images of 13 to 256 pixels a side, not ${side}.`);
  }
  if (mean.length !== channels || standardDeviation.length !== channels) {
    throw new RangeError(`Mean and standard deviation must have one value for each of the ${channels} channels.`);
  }
  const resnet = createResnet({ side, channels, widths, blocks, activation });
  const parameterLayout = layParametersOut([
    ...resnet.layers.flatMap(parametersOf),
    ...(classes > 0 ? headParameters('task', classes, resnet.features) : []),
    ...headParameters('transforms', transforms, resnet.features),
    // Last, so that everything else starts from the same values with and without them.
    ...(marks > 0 ? headParameters('marks', marks, resnet.features) : []),
  ]);
  const network = { options, resnet, parameterLayout };
  return {
    options,
    parameterLayout,
    parameterCount: parameterLayout.total,
    featureCount: resnet.features,
    batchStatisticsLength: batchStatisticsLength(resnet.layers),
    initialParameters: (random) => initialParameters(parameterLayout, random),
    buildTrainProgram: (trainOptions) => trainProgram(network, trainOptions),
    buildBatchStatisticsProgram: ({ batch }) => batchStatisticsProgram(network, batch),
    buildInferProgram: ({ batch }) => inferProgram(network, batch),
  };
}

function headParameters(name: string, outputs: number, features: number) {
  return [
    { name: `${name}.weight`, shape: [outputs, features], initial: 'linear' },
    { name: `${name}.bias`, shape: [outputs], initial: 'zeros' },
  ] as const;
}
