import { gradients } from '../graph/gradients';
import { add, multiply, subtract } from '../graph/ops/arithmetic';
import { cast } from '../graph/ops/cast';
import { constant, scalar, vector, zeros } from '../graph/ops/constant';
import { input } from '../graph/ops/input';
import { matMul } from '../graph/ops/matMul';
import { reshape } from '../graph/ops/reshape';
import { split } from '../graph/ops/split';
import { transpose } from '../graph/ops/transpose';
import type { FloatTensor, Tensor } from '../graph/tensor';
import type {
  BatchStatisticsProgram,
  InferProgram,
  JointNetworkOptions,
  TrainOptions,
  TrainProgram,
} from './jointNetwork';
import { correctCount, sigmoidCrossEntropy, softmaxCrossEntropy } from './losses';
import { movingAverage } from './movingAverage';
import { batchStatisticsLength, evalMode, trainMode } from './normalizedConvolution';
import { cutParameters, decayMask, type ParameterLayout, type ParameterTensors } from './parameters';
import type { Resnet } from './resnet';

interface NetworkParts {
  readonly options: JointNetworkOptions;
  readonly resnet: Resnet;
  readonly parameterLayout: ParameterLayout;
}

/**
 * The marks' mean loss weighs a tenth of the heads', somewhat less than two of the usual 15 transforms would: they come from few
 * pictures of a batch, so their gradient is noisy, and at a fifth the task and ShiftScaleRotate were learned noticeably worse.
 */
const marksShare = 1 / 10;

/** Forward, all losses, gradients, optimizer and averaged weights: one step of training. */
export function trainProgram(
  network: NetworkParts,
  { batch, controlPictures = 0, optimizer, headsWeight = 8 }: TrainOptions,
): TrainProgram {
  const { options, resnet, parameterLayout } = network;
  const marks = options.marks ?? 0;
  if (controlPictures > 0 !== marks > 0 || controlPictures >= batch) {
    throw new RangeError(`A batch of ${batch} with ${controlPictures} control pictures does not fit ${marks} marks.`);
  }
  const count = parameterLayout.total;
  const inputs = {
    pixels: pixelsInput(options, batch),
    labels: input('int32', [batch]),
    applied: input('uint8', [batch, options.transforms + marks]),
    learningRate: input('float32', []),
    averageDecay: input('float32', []),
    parameters: input('float32', [count]),
    optimizerState: input('float32', [optimizer.stateLength(count)]),
    averaged: input('float32', [count]),
  };
  const parameters = cutParameters(parameterLayout, inputs.parameters);
  const features = resnet.forward(normalizePixels(options, inputs.pixels), trainMode(parameters).apply);
  const applied = cast(inputs.applied, 'float32');
  const { headsLoss, weighted } =
    controlPictures > 0
      ? lossesWithMarks(features, applied, { marks, controlPictures, headsWeight }, parameters)
      : lossOfHeads(features, applied, headsWeight, parameters);
  const task = options.classes > 0 ? taskResults(head('task', features, parameters), inputs.labels) : null;
  const loss = task ? add(task.loss, weighted) : weighted;

  const [gradient] = gradients(loss, [inputs.parameters]);
  const updated = optimizer.update({
    parameters: inputs.parameters,
    gradient,
    state: inputs.optimizerState,
    learningRate: inputs.learningRate,
    decayed: constant('float32', decayMask(parameterLayout), [count]),
  });
  const outputs = {
    parameters: updated.parameters,
    optimizerState: updated.state,
    averaged: movingAverage(inputs.averaged, updated.parameters, inputs.averageDecay),
    taskLoss: task?.loss ?? scalar(0),
    headsLoss,
    taskCorrect: task?.correct ?? scalar(0),
  };
  return { inputs, outputs };
}

interface DetectorLosses {
  readonly headsLoss: FloatTensor;
  /** What is added to the task's loss. */
  readonly weighted: FloatTensor;
}

function lossOfHeads(
  features: FloatTensor,
  applied: FloatTensor,
  headsWeight: number,
  parameters: ParameterTensors,
): DetectorLosses {
  const headsLoss = sigmoidCrossEntropy(head('transforms', features, parameters), applied);
  return { headsLoss, weighted: multiply(headsLoss, scalar(headsWeight)) };
}

/** The heads learn from all but the control pictures, and the marks from these alone. */
function lossesWithMarks(
  features: FloatTensor,
  applied: FloatTensor,
  { marks, controlPictures, headsWeight }: { marks: number; controlPictures: number; headsWeight: number },
  parameters: ParameterTensors,
): DetectorLosses {
  const rows = [features.shape[0] - controlPictures, controlPictures];
  const [augmented, marked] = split(features, 0, rows);
  const [appliedTo, labelsOf] = split(applied, 0, rows);
  const columns = [applied.shape[1] - marks, marks];
  const { headsLoss, weighted } = lossOfHeads(augmented, split(appliedTo, 1, columns)[0], headsWeight, parameters);
  const marksLoss = sigmoidCrossEntropy(head('marks', marked, parameters), split(labelsOf, 1, columns)[1]);
  return { headsLoss, weighted: add(weighted, multiply(marksLoss, scalar(marksShare * headsWeight))) };
}

/** The train-mode forward pass alone, for its statistics. */
export function batchStatisticsProgram(network: NetworkParts, batch: number): BatchStatisticsProgram {
  const { options, resnet, parameterLayout } = network;
  const inputs = { pixels: pixelsInput(options, batch), parameters: input('float32', [parameterLayout.total]) };
  const mode = trainMode(cutParameters(parameterLayout, inputs.parameters));
  resnet.forward(normalizePixels(options, inputs.pixels), mode.apply);
  return { inputs, outputs: { batchStatistics: mode.batchStatistics() } };
}

/** The eval-mode forward pass. */
export function inferProgram(network: NetworkParts, batch: number): InferProgram {
  const { options, resnet, parameterLayout } = network;
  const inputs = {
    pixels: pixelsInput(options, batch),
    parameters: input('float32', [parameterLayout.total]),
    batchStatistics: input('float32', [batchStatisticsLength(resnet.layers)]),
  };
  const parameters = cutParameters(parameterLayout, inputs.parameters);
  const apply = evalMode(parameters, resnet.layers, inputs.batchStatistics);
  const features = resnet.forward(normalizePixels(options, inputs.pixels), apply);
  const outputs = {
    taskLogits: options.classes > 0 ? head('task', features, parameters) : zeros([batch, 1]),
    headLogits: head('transforms', features, parameters),
    features,
  };
  return { inputs, outputs };
}

function pixelsInput({ side, channels }: JointNetworkOptions, batch: number): Tensor<'uint8'> {
  return input('uint8', [batch, side, side, channels]);
}

/** [N, S, S, C] pixels → normalised [N, C, S, S]. */
function normalizePixels({ side, mean, standardDeviation }: JointNetworkOptions, pixels: Tensor<'uint8'>): FloatTensor {
  // Constants are repeated along a row of pixels: broadcasting an innermost axis of three values is slow everywhere.
  const alongRow = (values: readonly number[]): FloatTensor =>
    vector(Array.from({ length: side }, () => values).flat());
  const [batch, , , channels] = pixels.shape;
  const rows = reshape(cast(pixels, 'float32'), [batch * side, side * channels]);
  const centred = subtract(rows, alongRow(mean));
  const normalized = multiply(centred, alongRow(standardDeviation.map((deviation) => 1 / deviation)));
  return transpose(reshape(normalized, pixels.shape), [0, 3, 1, 2]);
}

/** features [N, F] → logits [N, outputs], by the parameters of that name. */
function head(name: string, features: FloatTensor, parameters: ParameterTensors): FloatTensor {
  return add(matMul(features, parameters(`${name}.weight`), { transposeB: true }), parameters(`${name}.bias`));
}

function taskResults(logits: FloatTensor, labels: Tensor<'int32'>) {
  return { loss: softmaxCrossEntropy(logits, labels), correct: correctCount(logits, labels) };
}
