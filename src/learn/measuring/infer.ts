import type { Feed } from '../../data/feed/feed';
import type { CompiledNetwork } from '../compiledNetwork';
import { batchesOf, type JudgingSet } from '../judgingSets';
import type { NetworkOutputs } from './networkOutputs';

/** The weights that are measured: averaged parameters with their BatchNorm statistics. */
export interface Weights {
  readonly parameters: Float32Array;
  readonly batchStatistics: Float32Array;
}

/** Runs the network over the first `n` pictures of a judging set. */
export async function infer(
  network: CompiledNetwork,
  weights: Weights,
  set: JudgingSet,
  { feed, n, signal }: { feed: Feed; n: number; signal: AbortSignal },
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
