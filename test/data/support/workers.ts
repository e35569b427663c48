import { onTestFinished } from 'vitest';
import { startDataWorkers, type DataWorkers } from '../../../src/data/worker/dataWorkers';

/** The bundle that the global setup has built. */
export const workerFile = 'dist/dataWorker.js';

/** Threads that are ended when the test ends. */
export function testWorkers(count = 1): DataWorkers {
  const workers = startDataWorkers({ workerFile, count });
  onTestFinished(() => workers.close());
  return workers;
}
