import type { Image } from '../../augment/image';
import type { Random } from '../../random/random';

export interface DataWorkerOptions {
  /** The coarse statistics of a picture, F numbers; `random` is for dither. */
  readonly describe: (image: Image, random: Random) => Float32Array;
}

/** The whole life of a worker thread: answers the main thread's tasks until it is ended. */
export function startDataWorker(options: DataWorkerOptions): void {
  throw new Error(`Not written: ${options.describe.name}`);
}
