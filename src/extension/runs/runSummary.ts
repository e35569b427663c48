import { stat } from 'node:fs/promises';
import { withMilder } from '../../export/milder';
import type { Result } from '../../protocol/result';
import type { Verdict } from '../../protocol/vocabulary';
import { readResult } from '../../run/resultFile';
import { RunError, systemCode } from '../../run/runError';
import { runPaths } from '../../run/runPaths';

/** What lists show of a result. */
export interface RunSummary {
  readonly complete: boolean;
  readonly presentations: number;
  /** The threshold that the user chose for the run in place of its own; null where that was not. */
  readonly chosenThreshold: number | null;
  readonly safeSet: readonly string[];
  /** What an export holds: the safe set, and what is safe in a smaller range. */
  readonly exported: readonly string[];
  readonly transforms: readonly { readonly name: string; readonly verdict: Verdict; readonly reason: string }[];
}

/** All that can be said of a transform, in the order that lists have. */
export const verdicts: readonly Verdict[] = ['safe', 'undecided', 'shifting', 'harmful'];

export function summaryOf(result: Result, chosenThreshold: number | null): RunSummary {
  const { complete, presentations, safeSet, transforms } = result;
  return {
    complete,
    presentations,
    chosenThreshold,
    safeSet,
    exported: withMilder(result).safeSet,
    transforms: transforms.map(({ name, verdict, reason }) => ({ name, verdict, reason })),
  };
}

export function countOf({ transforms }: RunSummary, verdict: Verdict): number {
  return transforms.filter((transform) => transform.verdict === verdict).length;
}

export interface RunSummariesOptions {
  /** The threshold that the user chose for a run; null = the run's own. */
  thresholdOf(folder: string): number | null;
  /** A run's result under another threshold than its own. */
  judgedResult(folder: string, threshold: number): Promise<Result>;
  /** Told of a run that cannot be judged by the chosen threshold; it is listed by its own. */
  onProblem(error: unknown): void;
}

interface Kept {
  readonly mtimeMs: number;
  readonly threshold: number | null;
  readonly summary: RunSummary | null;
}

/** Reads summaries and keeps them for as long as neither the result files nor the chosen thresholds change. */
export class RunSummaries {
  readonly #options: RunSummariesOptions;
  readonly #kept = new Map<string, Kept>();

  constructor(options: RunSummariesOptions) {
    this.#options = options;
  }

  /** Reads everything again when next asked for: what failed may work by now. */
  forget(): void {
    this.#kept.clear();
  }

  /** Null where there is no result, or none that can be read. */
  async read(folder: string): Promise<RunSummary | null> {
    const mtimeMs = await modified(runPaths(folder).result);
    if (mtimeMs === null) return null;
    const threshold = this.#options.thresholdOf(folder);
    const kept = this.#kept.get(folder);
    if (kept?.mtimeMs === mtimeMs && kept.threshold === threshold) return kept.summary;
    const summary = await readSummary(folder, threshold, this.#options);
    this.#kept.set(folder, { mtimeMs, threshold, summary });
    return summary;
  }
}

async function readSummary(
  folder: string,
  threshold: number | null,
  options: RunSummariesOptions,
): Promise<RunSummary | null> {
  try {
    const result = await readResult(folder);
    if (result === null) return null;
    if (threshold === null || threshold === result.settings.threshold) return summaryOf(result, null);
    return await judgedSummary(folder, threshold, result, options);
  } catch (error) {
    if (error instanceof RunError) return null;
    throw error;
  }
}

async function judgedSummary(
  folder: string,
  threshold: number,
  own: Result,
  { judgedResult, onProblem }: RunSummariesOptions,
): Promise<RunSummary> {
  try {
    return summaryOf(await judgedResult(folder, threshold), threshold);
  } catch (error) {
    onProblem(error);
    return summaryOf(own, null);
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
