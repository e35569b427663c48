import type { AttributesOf, OperationName } from '../../../graph/operations';
import { lowerBatchNorm, lowerBatchNormGrad } from './batchNorm';
import { lowerConv2d, lowerConv2dFilterGrad, lowerConv2dInputGrad } from './convolution';
import { elementwise, lowerAdd } from './elementwise';
import { lowerGlobalAveragePool, lowerGlobalAveragePoolGrad } from './globalAveragePool';
import type { Lowering } from './lowering';
import { lowerMatMul } from './matMul';
import { alongLastAxis, lowerArgMax, lowerReduceSum } from './reduction';
import { lowerRelu, lowerReluGrad } from './relu';
import {
  lowerBroadcastTo,
  lowerCast,
  lowerConcat,
  lowerConstant,
  lowerReshape,
  lowerSplit,
  lowerTranspose,
} from './shape';

/** How each operation of a graph is expressed in ONNX. Inputs are declared by the compiler itself. */
export const lowerings: { readonly [Name in Exclude<OperationName, 'input'>]: Lowering<AttributesOf<Name>> } = {
  add: lowerAdd,
  argMax: lowerArgMax,
  batchNorm: lowerBatchNorm,
  batchNormGrad: lowerBatchNormGrad,
  broadcastTo: lowerBroadcastTo,
  cast: lowerCast,
  concat: lowerConcat,
  constant: lowerConstant,
  conv2d: lowerConv2d,
  conv2dFilterGrad: lowerConv2dFilterGrad,
  conv2dInputGrad: lowerConv2dInputGrad,
  divide: elementwise('Div'),
  equal: elementwise('Equal'),
  globalAveragePool: lowerGlobalAveragePool,
  globalAveragePoolGrad: lowerGlobalAveragePoolGrad,
  logSoftmax: alongLastAxis('LogSoftmax'),
  matMul: lowerMatMul,
  maximum: elementwise('Max'),
  multiply: elementwise('Mul'),
  reduceSum: lowerReduceSum,
  relu: lowerRelu,
  reluGrad: lowerReluGrad,
  reshape: lowerReshape,
  sigmoid: elementwise('Sigmoid'),
  softmax: alongLastAxis('Softmax'),
  softplus: elementwise('Softplus'),
  split: lowerSplit,
  sqrt: elementwise('Sqrt'),
  subtract: elementwise('Sub'),
  transpose: lowerTranspose,
};
