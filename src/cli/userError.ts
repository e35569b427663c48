import { InvalidArgumentError } from 'commander';
import { DataError } from '../data/dataError';
import { EngineError } from '../engine/engine';
import { RunError } from '../run/runError';
import { type ExitCode, exitCodes } from './exitCodes';

/** A wrong command line that the argument parser itself cannot know of. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The exit code for an error, or null for a fault of the program itself, whose stack is worth showing. */
export function exitCodeOf(error: unknown): ExitCode | null {
  if (error instanceof UsageError || error instanceof InvalidArgumentError) return exitCodes.usage;
  if (error instanceof DataError) return exitCodes.data;
  if (error instanceof RunError) return exitCodes.run;
  if (error instanceof EngineError) return exitCodes.engine;
  return null;
}
