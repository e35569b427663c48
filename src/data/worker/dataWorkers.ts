import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DataError } from '../dataError';
import { createBudgetMemory } from '../decode/decodeBudget';
import type { AnswerMessage, TaskMessage, TaskName, Tasks, WorkerSetting } from './tasks';

export interface DataWorkersOptions {
  /** Path of the bundled worker entry (dist/dataWorker.js). */
  readonly workerFile: string;
  /** Number of threads, 1 or more. */
  readonly count: number;
}

/** Worker threads that read, decode and transform pictures; prepare, inspectDataset and createFeed share them. */
export interface DataWorkers extends AsyncDisposable {
  readonly count: number;
  /** Has a thread do a task; first come, first served. With the signal the promise rejects at once, and a task not yet begun is dropped. */
  run<Name extends TaskName>(
    name: Name,
    input: Tasks[Name]['input'],
    signal?: AbortSignal,
  ): Promise<Tasks[Name]['output']>;
  /** Ends all threads; what is under way is rejected. */
  close(): Promise<void>;
}

/** Tasks that a thread is given at once, so that it has the next one while the main thread computes. */
const tasksPerThread = 2;

/** Starts the threads. When one crashes, everything under way and all later tasks are rejected with its message. */
export function startDataWorkers({ workerFile, count }: DataWorkersOptions): DataWorkers {
  return new WorkerPool(workerFile, count);
}

interface PendingTask {
  readonly message: TaskMessage;
  readonly resolve: (output: Tasks[TaskName]['output']) => void;
  readonly reject: (reason: unknown) => void;
  readonly forget: () => void;
}

interface Thread {
  readonly worker: Worker;
  readonly underWay: Map<number, PendingTask>;
}

class WorkerPool implements DataWorkers {
  private readonly threads: readonly Thread[];
  private readonly queue: PendingTask[] = [];
  private nextId = 0;
  private ended: Error | undefined;

  constructor(
    workerFile: string,
    readonly count: number,
  ) {
    const workerData: WorkerSetting = { budgetMemory: createBudgetMemory() };
    this.threads = Array.from({ length: count }, () => this.start(new Worker(resolve(workerFile), { workerData })));
  }

  run<Name extends TaskName>(
    name: Name,
    input: Tasks[Name]['input'],
    signal?: AbortSignal,
  ): Promise<Tasks[Name]['output']> {
    return new Promise((resolve, reject) => {
      if (this.ended) throw this.ended;
      signal?.throwIfAborted();
      const onAbort = (): void => this.drop(task, signal?.reason);
      const task: PendingTask = {
        message: { id: this.nextId++, name, input } as TaskMessage,
        resolve,
        reject,
        forget: () => signal?.removeEventListener('abort', onAbort),
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.queue.push(task);
      this.handOut();
    });
  }

  async close(): Promise<void> {
    this.fail(new Error('The data workers were closed.'));
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  private start(worker: Worker): Thread {
    const thread: Thread = { worker, underWay: new Map() };
    worker.on('message', (message: AnswerMessage) => this.settle(thread, message));
    worker.on('error', (error) =>
      this.fail(new DataError(`A data worker stopped: ${error.message}`, { cause: error })),
    );
    worker.on('messageerror', (error) => this.fail(error));
    worker.on('exit', (code) => this.fail(new DataError(`A data worker ended with exit code ${code}.`)));
    // Idle threads keep no process alive; see settle and handOut.
    worker.unref();
    return thread;
  }

  /** Gives queued tasks to the threads that have the fewest. */
  private handOut(): void {
    while (this.queue.length > 0) {
      const thread = this.threads.reduce((least, each) => (each.underWay.size < least.underWay.size ? each : least));
      if (thread.underWay.size >= tasksPerThread) return;
      const task = this.queue.shift()!;
      thread.underWay.set(task.message.id, task);
      thread.worker.ref();
      thread.worker.postMessage(task.message);
    }
  }

  private settle(thread: Thread, message: AnswerMessage): void {
    const task = thread.underWay.get(message.id)!;
    thread.underWay.delete(message.id);
    if (thread.underWay.size === 0) thread.worker.unref();
    task.forget();
    if ('output' in message) task.resolve(message.output);
    else task.reject(toError(message.error));
    this.handOut();
  }

  private drop(task: PendingTask, reason: unknown): void {
    const at = this.queue.indexOf(task);
    if (at >= 0) this.queue.splice(at, 1);
    task.reject(reason);
  }

  private fail(error: Error): void {
    this.ended ??= error;
    for (const task of [...this.queue.splice(0), ...this.threads.flatMap(({ underWay }) => [...underWay.values()])]) {
      task.forget();
      task.reject(this.ended);
    }
  }
}

function toError({ message, stack }: { readonly message: string; readonly stack?: string | undefined }): Error {
  if (stack === undefined) return new DataError(message);
  const error = new Error(`A data worker failed: ${message}`);
  error.stack = stack;
  return error;
}
