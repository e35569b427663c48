import type { Dataset } from '../dataset';
import type { DataWorkers } from '../worker/dataWorkers';
import { mapConcurrently } from '../worker/mapConcurrently';
import type { Examined } from './examine';
import type { ImageCache } from './imageCache';

export interface ExamineAllOptions {
  readonly workers: DataWorkers;
  /** Where to keep the pictures at working size; null to only look. */
  readonly cache: ImageCache | null;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Pictures in one task of a worker thread. */
const perTask = 32;

/** Has the worker threads decode these items; what was found out about each, in the order of the items. */
export async function examineAll(dataset: Dataset, items: Int32Array, options: ExamineAllOptions): Promise<Examined[]> {
  const { workers, cache, signal, onProgress } = options;
  const { root, containers } = dataset;
  const tasks = Array.from({ length: Math.ceil(items.length / perTask) }, (_, i) =>
    items.subarray(i * perTask, (i + 1) * perTask),
  );
  let done = 0;
  const answers = await mapConcurrently(tasks, workers.count * 3, async (chunk) => {
    const sources = Array.from(chunk, (item) => dataset.items[item].source);
    const answer = await workers.run(
      'examine',
      { place: { root, containers }, items: chunk.slice(), sources, cache },
      signal,
    );
    done += chunk.length;
    onProgress?.(done, items.length);
    return answer;
  });
  return answers.flat();
}
