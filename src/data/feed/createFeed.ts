import type { TransformContext } from '../../augment/transform';
import type { Batch, BatchRequest } from '../batch';
import type { Prepared } from '../prepare/prepare';
import type { DataWorkers } from '../worker/dataWorkers';
import type { Feed } from './feed';
import type { BatchSetting } from './makeBatch';

export interface FeedOptions {
  readonly prepared: Prepared;
  readonly workers: DataWorkers;
  /** Transforms by name, in the order of the batches' columns. */
  readonly pool: readonly string[];
  readonly profile: TransformContext['profile'];
  readonly seed: number;
  /** Side of the random guard crop in pixels; 0 = off. Default 3. */
  readonly guard?: number | undefined;
}

/**
 * A feed of the prepared pictures. It holds nothing that needs closing; it ends with its workers. Throws a RangeError for a guard
 * that leaves nothing of the pictures.
 */
export function createFeed({ prepared, workers, pool, profile, seed, guard = 3 }: FeedOptions): Feed {
  const { dataset, cache, size, channels } = prepared;
  if (!Number.isInteger(guard) || guard < 0 || guard >= size) {
    throw new RangeError(`The guard must be a whole number of pixels from 0 to ${size - 1}, not ${guard}.`);
  }
  const place = { root: dataset.root, containers: dataset.containers };
  const store = { place, cache, channels };
  const setting: BatchSetting = { store, pool, profile, seed, guard };
  const sourceOf = (item: number) => dataset.items[item].source;
  let waitedMs = 0;

  async function make(request: BatchRequest, signal?: AbortSignal): Promise<Batch> {
    const sources = Array.from(request.items, sourceOf);
    const labels = request.items.map((item) => dataset.items[item].label);
    return { request, labels, ...(await workers.run('batch', { setting, request, sources }, signal)) };
  }

  async function* batches(
    requests: Iterable<BatchRequest>,
    { ahead = 4, signal }: { readonly ahead?: number | undefined; readonly signal?: AbortSignal | undefined } = {},
  ): AsyncGenerator<Batch> {
    // Ends what was asked ahead when the loop is left early.
    const leaving = new AbortController();
    const either = signal ? AbortSignal.any([signal, leaving.signal]) : leaving.signal;
    const iterator = requests[Symbol.iterator]();
    const underWay: Promise<Batch>[] = [];
    const askAhead = (): void => {
      while (underWay.length < ahead) {
        const { done, value } = iterator.next();
        if (done) return;
        const batch = make(value, either);
        // An error is reported when its turn comes, or never if the loop ends before.
        batch.catch(() => undefined);
        underWay.push(batch);
      }
    };
    try {
      for (askAhead(); underWay.length > 0; askAhead()) {
        const start = performance.now();
        const batch = await underWay.shift()!;
        waitedMs += performance.now() - start;
        yield batch;
      }
    } finally {
      leaving.abort();
      iterator.return?.();
    }
  }

  return {
    side: size - guard,
    channels,
    batches,
    get waitedMs() {
      return waitedMs;
    },
    jpegCoding: async (item) => (await workers.run('jpegCoding', { place, source: sourceOf(item) })).coding,
    baseImage: (item) => workers.run('baseImage', { store, item, source: sourceOf(item) }),
  };
}
