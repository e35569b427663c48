import type { Feed } from '../data/feed/feed';

const sampled = 2000;

/** Mean and standard deviation per channel, in levels 0..255, over up to 2,000 training pictures. */
export async function channelStatistics(
  feed: Feed,
  training: Int32Array,
  batchSize: number,
  signal: AbortSignal,
): Promise<{ mean: number[]; standardDeviation: number[] }> {
  const { channels } = feed;
  const stride = Math.max(1, Math.floor(training.length / sampled));
  const items = training.filter((_, i) => i % stride === 0).slice(0, sampled);
  const sums = new Float64Array(channels);
  const squares = new Float64Array(channels);
  let count = 0;
  const requests = Array.from({ length: Math.ceil(items.length / batchSize) }, (_, i) => ({
    items: items.slice(i * batchSize, (i + 1) * batchSize),
    draw: { kind: 'clean' } as const,
    stream: 'channel statistics',
    firstPosition: i * batchSize,
    statistics: false,
  }));
  for await (const { pixels } of feed.batches(requests, { signal })) {
    for (let i = 0; i < pixels.length; i++) {
      sums[i % channels] += pixels[i];
      squares[i % channels] += pixels[i] * pixels[i];
    }
    count += pixels.length / channels;
  }
  const mean = [...sums].map((sum) => sum / count);
  // A constant channel (all black) would divide by zero.
  const standardDeviation = [...squares].map((square, c) => Math.max(1, Math.sqrt(square / count - mean[c] ** 2)));
  return { mean, standardDeviation };
}
