import type { Feed } from '../../data/feed/feed';
import type { CompiledNetwork } from '../compiledNetwork';
import { batchesOf, type JudgingSet } from '../judgingSets';
import { firstOutputs, type NetworkOutputs } from './networkOutputs';

/** The weights that are measured: averaged parameters with their BatchNorm statistics. */
export interface Weights {
  readonly parameters: Float32Array;
  readonly batchStatistics: Float32Array;
}

/** What the network said about whole sets, to be looked at again under the same weights. */
export type KeptOutputs = Map<JudgingSet, NetworkOutputs>;

export interface InferOptions {
  readonly feed: Feed;
  /** The first n pictures of the set. */
  readonly n: number;
  readonly signal: AbortSignal;
  /** Where outputs under these weights are kept; what is there is not computed again. */
  readonly kept?: KeptOutputs | undefined;
}

/** Runs the network over the first `n` pictures of a judging set. */
export async function infer(
  network: CompiledNetwork,
  weights: Weights,
  set: JudgingSet,
  options: InferOptions,
): Promise<NetworkOutputs> {
  const { n, kept } = options;
  const known = kept?.get(set);
  if (known !== undefined && known.n >= n) return firstOutputs(known, n);
  const outputs = await run(network, weights, set, options);
  kept?.set(set, outputs);
  return outputs;
}

async function run(
  network: CompiledNetwork,
  weights: Weights,
  set: JudgingSet,
  { feed, n, signal }: InferOptions,
): Promise<NetworkOutputs> {
  const { classes, transforms } = network.network.options;
  const { featureCount } = network.network;
  const taskLogits = new Float32Array(n * classes);
  const headLogits = new Float32Array(n * transforms);
  const features = new Float32Array(n * featureCount);
  let first = 0;
  for await (const { pixels } of batchesOf(set, feed, n, signal)) {
    const outputs = await network.infer.run({ pixels, ...weights });
    const count = Math.min(n - first, outputs.headLogits.length / transforms);
    taskLogits.set(outputs.taskLogits.subarray(0, count * classes), first * classes);
    headLogits.set(outputs.headLogits.subarray(0, count * transforms), first * transforms);
    features.set(outputs.features.subarray(0, count * featureCount), first * featureCount);
    first += count;
    signal.throwIfAborted();
  }
  return { n, taskLogits, headLogits, features, classes, transforms, featureCount };
}
