import type { BatchRequest, Draw } from '../../data/batch';
import type { Step } from '../../data/feed/steps/step';
import type { ClosingContext } from '../closing/closingContext';
import type { NetworkOutputs } from './networkOutputs';

/** Pictures in one draw, passed through the network once, with what probes look at besides. */
export interface PassedPictures {
  readonly outputs: NetworkOutputs;
  /** N × F coarse statistics. */
  readonly statistics: Float32Array;
  /** N: index of the draw's discrete outcome, −1 without. */
  readonly outcomes: Int8Array;
}

export interface PassOptions {
  readonly draw: Draw;
  /** What every picture goes through after its transforms. Default: nothing. */
  readonly step?: Step | undefined;
  /** Names the random stream: the same name gives the same draws, however the pictures are cut into passes. */
  readonly stream: string;
  /** The judging pictures from..to−1. */
  readonly from: number;
  readonly to: number;
}

/** Draws judging pictures for a look that is taken once: nothing of their pixels is kept. Throws the signal's reason when aborted. */
export async function passThrough(
  { job, network, weights, sets, judging }: ClosingContext,
  { draw, step, stream, from, to }: PassOptions,
): Promise<PassedPictures> {
  const { classes, transforms } = network.network.options;
  const { featureCount } = network.network;
  // The network takes batches of this size only; the last one is filled up.
  const batchSize = sets.clean.requests[0].items.length;
  const n = to - from;
  const requests: BatchRequest[] = [];
  for (let first = from; first < to; first += batchSize) {
    const items = Int32Array.from({ length: batchSize }, (_, i) => judging[first + i] ?? judging[0]);
    requests.push({ items, draw, step, stream, firstPosition: first, statistics: true });
  }
  const taskLogits = new Float32Array(n * classes);
  const headLogits = new Float32Array(n * transforms);
  const features = new Float32Array(n * featureCount);
  const outcomes = new Int8Array(n);
  const statistics: Float32Array[] = [];
  let done = 0;
  for await (const batch of job.feed.batches(requests, { signal: job.signal })) {
    const said = await network.infer.run({ pixels: batch.pixels, ...weights });
    const count = Math.min(batchSize, n - done);
    if (batch.statistics === null) throw new Error('The statistics of these pictures were asked for.');
    taskLogits.set(said.taskLogits.subarray(0, count * classes), done * classes);
    headLogits.set(said.headLogits.subarray(0, count * transforms), done * transforms);
    features.set(said.features.subarray(0, count * featureCount), done * featureCount);
    outcomes.set(batch.outcomes.subarray(0, count), done);
    statistics.push(batch.statistics.subarray(0, (count * batch.statistics.length) / batchSize));
    done += count;
    job.signal.throwIfAborted();
  }
  return {
    outputs: { n, taskLogits, headLogits, features, classes, transforms, featureCount },
    statistics: concatenated(statistics),
    outcomes,
  };
}

/** The pictures of one pass and of the one that goes on behind it. */
export function joinPasses(first: PassedPictures, second: PassedPictures): PassedPictures {
  const [a, b] = [first.outputs, second.outputs];
  return {
    outputs: {
      ...a,
      n: a.n + b.n,
      taskLogits: concatenated([a.taskLogits, b.taskLogits]),
      headLogits: concatenated([a.headLogits, b.headLogits]),
      features: concatenated([a.features, b.features]),
    },
    statistics: concatenated([first.statistics, second.statistics]),
    outcomes: Int8Array.of(...first.outcomes, ...second.outcomes),
  };
}

function concatenated(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
