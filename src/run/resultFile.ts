import { readFile } from 'node:fs/promises';
import type { Result } from '../protocol/result';
import { writeJson } from './atomicFile';
import { RunError, systemCode } from './runError';
import { runPaths } from './runPaths';

/** Writes `result.json` of the run in `folder`, whole or not at all. Throws a `RunError` when the system refuses. */
export async function writeResult(folder: string, result: Result): Promise<void> {
  await writeJson(runPaths(folder).result, result, 'the result');
}

/** The result of the run in `folder`; null when it has none yet. Throws a `RunError` when it cannot be read as one. */
export async function readResult(folder: string): Promise<Result | null> {
  const path = runPaths(folder).result;
  try {
    const result = JSON.parse(await readFile(path, 'utf8')) as Partial<Result> | null;
    const isWhole = Array.isArray(result?.transforms) && result.dataset !== undefined && result.settings !== undefined;
    if (result?.version === 1 && isWhole) return result as Result;
    throw new RunError(
      `${path} is not a whole result of version 1. If it is of a newer Safe Aug, update; else remove it, and "safe-aug resume" writes it again.`,
    );
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    if (error instanceof SyntaxError) {
      const message = `${path} is not JSON: ${error.message}. Remove it; "safe-aug resume" then writes it again.`;
      throw new RunError(message, { cause: error });
    }
    throw error;
  }
}
