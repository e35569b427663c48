import type { Program, Signature } from '../graph/program';
import type { DataOf, DType } from '../graph/tensor';

/** The arrays for the names of a signature, row-major, each as long as its tensor's shape says. */
export type ArraysOf<S> = { readonly [Name in keyof S]: S[Name] extends DType ? DataOf<S[Name]> : never };

/** Something that runs programs on some device. */
export interface Engine {
  /** As `--engine` takes it. */
  readonly name: string;
  /** Of the runtime underneath. */
  readonly version: string;
  /** The runtime and how it is used, for messages. */
  readonly description: string;
  /**
   * Prepares a program for running; the caller closes what it gets.
   * @throws EngineError when the runtime refuses the program.
   */
  compile<Inputs = Signature, Outputs = Signature>(
    program: Program<Inputs, Outputs>,
    options: CompileOptions,
  ): Promise<Executable<Inputs, Outputs>>;
}

export interface CompileOptions {
  /** Threads that one run may use; results do not depend on it. */
  readonly threads: number;
}

/** A compiled program. Runs of one executable must not overlap. */
export interface Executable<Inputs = Signature, Outputs = Signature> {
  /**
   * Computes all outputs from all inputs. The arrays fed are only read; the arrays returned are the caller's to keep, and
   * may be fed to the next run as they are.
   * @throws EngineError when a feed is missing or has the wrong length, or the runtime fails.
   */
  run(feeds: ArraysOf<Inputs>): Promise<ArraysOf<Outputs>>;
  /** Frees the runtime's memory. Closing twice is allowed. */
  close(): Promise<void>;
}

/** What failed in an engine, why, and what to do about it. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}
