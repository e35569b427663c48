import type { Engine, Executable } from '../engine/engine';
import type {
  BatchStatisticsInputs,
  BatchStatisticsOutputs,
  InferInputs,
  InferOutputs,
  JointNetwork,
  TrainInputs,
  TrainOutputs,
} from '../nn/jointNetwork';
import type { Optimizer } from '../nn/optimizer';

/** Pictures of one pass through the network when measuring. */
export const inferBatch = 100;

/** The joint network's three programs, compiled; close it to free them. */
export interface CompiledNetwork {
  readonly network: JointNetwork;
  readonly train: Executable<TrainInputs, TrainOutputs>;
  /** Pictures per run of `batchStatistics`: the training batch size. */
  readonly batchStatistics: Executable<BatchStatisticsInputs, BatchStatisticsOutputs>;
  readonly infer: Executable<InferInputs, InferOutputs>;
  close(): Promise<void>;
}

export interface CompileNetworkOptions {
  readonly engine: Engine;
  readonly network: JointNetwork;
  readonly optimizer: Optimizer;
  readonly headsWeight: number;
  /** Pictures per training step and per run of the batch statistics. */
  readonly trainBatch: number;
  /** How many of a training step's pictures are control pictures; 0 without controls. */
  readonly controlPictures: number;
  /** Pictures per run of `infer`. */
  readonly inferBatch: number;
  readonly threads: number;
}

/** Compiles the training step, the BatchNorm statistics and inference. Throws an EngineError. */
export async function compileNetwork(options: CompileNetworkOptions): Promise<CompiledNetwork> {
  const { engine, network, optimizer, headsWeight, trainBatch, controlPictures, inferBatch, threads } = options;
  const trainProgram = network.buildTrainProgram({ batch: trainBatch, controlPictures, optimizer, headsWeight });
  const train = await engine.compile(trainProgram, { threads });
  const batchStatistics = await engine.compile(network.buildBatchStatisticsProgram({ batch: trainBatch }), { threads });
  const infer = await engine.compile(network.buildInferProgram({ batch: inferBatch }), { threads });
  return {
    network,
    train,
    batchStatistics,
    infer,
    close: async () => {
      for (const executable of [train, batchStatistics, infer]) await executable.close();
    },
  };
}
