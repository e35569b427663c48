import { parentPort, workerData } from 'node:worker_threads';
import { DataError } from '../dataError';
import { openBudget, type DecodeBudget } from '../decode/decodeBudget';
import { baseImage } from '../feed/baseImage';
import { makeBatch, type Describe } from '../feed/makeBatch';
import { jpegCodingOf } from '../feed/jpegCodingOf';
import { examine } from '../prepare/examine';
import type { AnswerMessage, TaskMessage, Tasks, TaskName, WorkerSetting } from './tasks';

export interface DataWorkerOptions {
  /** The coarse statistics of a picture, F numbers; its `random` is for dither. */
  readonly describe: Describe;
}

/** The whole life of a worker thread: answers the main thread's tasks until it is ended. */
export function startDataWorker({ describe }: DataWorkerOptions): void {
  const port = parentPort;
  if (!port) throw new Error('The data worker runs only as a worker thread, started by startDataWorkers.');
  const budget = openBudget((workerData as WorkerSetting).budgetMemory);

  const answer = async (task: TaskMessage): Promise<void> => {
    try {
      const output = await perform(task, describe, budget);
      const message: AnswerMessage = { id: task.id, output };
      port.postMessage(message, buffersOf(output));
    } catch (error) {
      port.postMessage({ id: task.id, error: describeError(error) } satisfies AnswerMessage);
    }
  };
  port.on('message', (task: TaskMessage) => void answer(task));
}

async function perform(
  task: TaskMessage,
  describe: Describe,
  budget: DecodeBudget,
): Promise<Tasks[TaskName]['output']> {
  switch (task.name) {
    case 'examine':
      return examine(task.input, budget);
    case 'batch':
      return makeBatch(task.input, describe, budget);
    case 'jpegCoding':
      return { coding: await jpegCodingOf(task.input, budget) };
    case 'baseImage':
      return baseImage(task.input, budget);
  }
}

/** Memory that is handed over instead of copied: all arrays of an output that own theirs (the cache's memory is shared). */
function buffersOf(output: object): ArrayBuffer[] {
  return Object.values(output).flatMap((value: unknown) =>
    ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  );
}

function describeError(error: unknown): { message: string; stack?: string | undefined } {
  if (error instanceof DataError) return { message: error.message };
  return error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) };
}
