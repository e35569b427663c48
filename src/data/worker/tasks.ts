import type { Image } from '../../augment/image';
import type { JpegCoding } from '../decode/jpegCoding';
import type { BaseImageInput } from '../feed/baseImage';
import type { JpegCodingInput } from '../feed/jpegCodingOf';
import type { BatchInput, BatchOutput } from '../feed/makeBatch';
import type { ExamineInput, Examined } from '../prepare/examine';

/** What a worker thread can be asked for. Every input holds all there is to know, so the threads have no state of their own. */
export interface Tasks {
  /** Decode pictures, say what they are, and keep them in the cache. */
  readonly examine: { readonly input: ExamineInput; readonly output: readonly Examined[] };
  readonly batch: { readonly input: BatchInput; readonly output: BatchOutput };
  /** How the picture's file was saved; null where it is no JPEG file. */
  readonly jpegCoding: { readonly input: JpegCodingInput; readonly output: { readonly coding: JpegCoding | null } };
  readonly baseImage: { readonly input: BaseImageInput; readonly output: Image };
}

export type TaskName = keyof Tasks;

/** Main thread → worker. */
export type TaskMessage = {
  readonly [Name in TaskName]: { readonly id: number; readonly name: Name; readonly input: Tasks[Name]['input'] };
}[TaskName];

/** Worker → main thread. An error without a stack is one that people can act on. */
export type AnswerMessage =
  | { readonly id: number; readonly output: Tasks[TaskName]['output'] }
  | { readonly id: number; readonly error: { readonly message: string; readonly stack?: string | undefined } };

/** What a worker thread is born with. */
export interface WorkerSetting {
  /** Of the decode budget that all threads share. */
  readonly budgetMemory: SharedArrayBuffer;
}
