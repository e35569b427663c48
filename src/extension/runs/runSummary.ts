import { stat } from 'node:fs/promises';
import type { Result } from '../../protocol/result';
import type { Verdict } from '../../protocol/vocabulary';
import { readResult } from '../../run/resultFile';
import { RunError, systemCode } from '../../run/runError';
import { runPaths } from '../../run/runPaths';

/** What lists show of a result. */
export interface RunSummary {
  readonly complete: boolean;
  readonly presentations: number;
  readonly safeSet: readonly string[];
  readonly transforms: readonly { readonly name: string; readonly verdict: Verdict; readonly reason: string }[];
}

/** All that can be said of a transform, in the order that lists have. */
export const verdicts: readonly Verdict[] = ['safe', 'undecided', 'shifting', 'harmful'];

export function summaryOf({ complete, presentations, safeSet, transforms }: Result): RunSummary {
  return {
    complete,
    presentations,
    safeSet,
    transforms: transforms.map(({ name, verdict, reason }) => ({ name, verdict, reason })),
  };
}

export function countOf({ transforms }: RunSummary, verdict: Verdict): number {
  return transforms.filter((transform) => transform.verdict === verdict).length;
}

/** Reads summaries and keeps them for as long as the result files do not change. */
export class RunSummaries {
  readonly #kept = new Map<string, { readonly mtimeMs: number; readonly summary: RunSummary | null }>();

  /** Null where there is no result, or none that can be read. */
  async read(folder: string): Promise<RunSummary | null> {
    const mtimeMs = await modified(runPaths(folder).result);
    if (mtimeMs === null) return null;
    const kept = this.#kept.get(folder);
    if (kept?.mtimeMs === mtimeMs) return kept.summary;
    const summary = await readSummary(folder);
    this.#kept.set(folder, { mtimeMs, summary });
    return summary;
  }
}

async function readSummary(folder: string): Promise<RunSummary | null> {
  try {
    const result = await readResult(folder);
    return result && summaryOf(result);
  } catch (error) {
    if (error instanceof RunError) return null;
    throw error;
  }
}

async function modified(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (systemCode(error) !== undefined) return null;
    throw error;
  }
}
