import {
  addOperation,
  divideOperation,
  maximumOperation,
  multiplyOperation,
  subtractOperation,
} from './ops/arithmetic';
import { argMaxOperation } from './ops/argMax';
import { batchNormGradOperation, batchNormOperation } from './ops/batchNorm';
import { broadcastToOperation } from './ops/broadcastTo';
import { castOperation } from './ops/cast';
import { concatOperation } from './ops/concat';
import { constantOperation } from './ops/constant';
import { conv2dFilterGradOperation, conv2dInputGradOperation, conv2dOperation } from './ops/conv2d';
import { equalOperation } from './ops/equal';
import { globalAveragePoolGradOperation, globalAveragePoolOperation } from './ops/globalAveragePool';
import { inputOperation } from './ops/input';
import { matMulOperation } from './ops/matMul';
import { reduceSumOperation } from './ops/reduceSum';
import { reluGradOperation, reluOperation } from './ops/relu';
import { reshapeOperation } from './ops/reshape';
import { sigmoidOperation } from './ops/sigmoid';
import { logSoftmaxOperation, softmaxOperation } from './ops/softmax';
import { softplusOperation } from './ops/softplus';
import { splitOperation } from './ops/split';
import { sqrtOperation } from './ops/sqrt';
import { transposeOperation } from './ops/transpose';
import type { Operation } from './tensor';

/** Every operation there is, by name. The compilers are typed by this table, so each of them has to know each operation. */
export const operations = {
  add: addOperation,
  argMax: argMaxOperation,
  batchNorm: batchNormOperation,
  batchNormGrad: batchNormGradOperation,
  broadcastTo: broadcastToOperation,
  cast: castOperation,
  concat: concatOperation,
  constant: constantOperation,
  conv2d: conv2dOperation,
  conv2dFilterGrad: conv2dFilterGradOperation,
  conv2dInputGrad: conv2dInputGradOperation,
  divide: divideOperation,
  equal: equalOperation,
  globalAveragePool: globalAveragePoolOperation,
  globalAveragePoolGrad: globalAveragePoolGradOperation,
  input: inputOperation,
  logSoftmax: logSoftmaxOperation,
  matMul: matMulOperation,
  maximum: maximumOperation,
  multiply: multiplyOperation,
  reduceSum: reduceSumOperation,
  relu: reluOperation,
  reluGrad: reluGradOperation,
  reshape: reshapeOperation,
  sigmoid: sigmoidOperation,
  softmax: softmaxOperation,
  softplus: softplusOperation,
  split: splitOperation,
  sqrt: sqrtOperation,
  subtract: subtractOperation,
  transpose: transposeOperation,
} as const;

export type OperationName = keyof typeof operations;

/** What a node of this operation carries besides its inputs. */
export type AttributesOf<Name extends OperationName> =
  (typeof operations)[Name] extends Operation<infer Attributes> ? Attributes : never;
