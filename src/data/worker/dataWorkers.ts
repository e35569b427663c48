/** Worker threads that read, decode and transform pictures. */
export interface DataWorkers extends AsyncDisposable {
  readonly count: number;
  /** Ends all threads; what is under way is rejected. */
  close(): Promise<void>;
}

export interface DataWorkersOptions {
  /** Path of the bundled worker entry (dist/dataWorker.js). */
  readonly workerFile: string;
  /** Number of threads, 1 or more. */
  readonly count: number;
}

/** Starts the threads. A thread that crashes rejects everything under way with its message. */
export function startDataWorkers(options: DataWorkersOptions): DataWorkers {
  throw new Error(`Not written: ${options.workerFile}`);
}
