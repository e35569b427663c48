import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TruthSet } from '../../../bench/truth/truthSet';
import { writeSet } from '../../../bench/truth/writeSet';
import type { Transform } from '../../../src/augment/transform';
import { createFeed } from '../../../src/data/feed/createFeed';
import { prepare } from '../../../src/data/prepare/prepare';
import { readDataset } from '../../../src/data/readDataset';
import { type MeasuredAuroc, judgedAuroc } from '../../../src/judge/aurocInterval';
import { crossFittedProbe, type ProbeResult, ridges } from '../../../src/judge/crossFittedProbe';
import { intervalRule } from '../../../src/judge/rules/interval';
import { drawJudgingSets, type JudgingSets } from '../../../src/learn/judgingSets';
import { describeSet } from '../../../src/learn/measuring/aloneEvidence';
import type { Verdict } from '../../../src/protocol/vocabulary';
import { startDataWorkers } from '../../../src/data/worker/dataWorkers';
import { workerFile } from '../../data/support/workers';
import { screening } from '../../judge/looks';

export interface ScreenedSetOptions {
  readonly set: TruthSet;
  readonly images: number;
  readonly pool: readonly Transform[];
  /** Pixels that each feed's guard takes off. */
  readonly guards: readonly number[];
}

/** The judging sets of a drawn set of files, the same pictures under the same draws for every guard. */
export async function screenedSets({ set, images, pool, guards }: ScreenedSetOptions): Promise<JudgingSets[]> {
  const folder = mkdtempSync(join(tmpdir(), 'safe-aug-guard-'));
  const workers = startDataWorkers({ workerFile, count: 1 });
  try {
    await writeSet(set, folder, { seed: 1, images });
    const dataset = await readDataset(folder);
    const prepared = await prepare(dataset, { workers, seed: 1, size: set.size, cacheBytes: 2 ** 26 });
    const names = pool.map(({ name }) => name);
    const items = Int32Array.from({ length: images }, (_, i) => i);
    const { signal } = new AbortController();
    const drawn: JudgingSets[] = [];
    for (const guard of guards) {
      const feed = createFeed({ prepared, workers, pool: names, profile: 'modern', seed: 7, guard });
      drawn.push(await drawJudgingSets({ feed, items, pool, maxSubset: 1, batchSize: 100, signal }));
    }
    return drawn;
  } finally {
    await workers.close();
    rmSync(folder, { recursive: true });
  }
}

/** What the coarse statistics tell of each transform, by pool index. */
export function screened(sets: JudgingSets, folds: Uint8Array): ProbeResult[] {
  const clean = describeSet(sets.clean, null, folds);
  return sets.only.map((only) => {
    const { side } = describeSet(only, null, folds, clean);
    return crossFittedProbe({ clean: clean.side, transformed: side, ridge: ridges.statistics });
  });
}

/** The interval rule's verdict, were the statistics what a detector of 64,000 presentations saw twice. */
export function verdictOf(name: string, measured: MeasuredAuroc, z: number): Verdict {
  const evidence = screening(judgedAuroc(measured, z));
  const look = { name, presentations: 64_000, evidence, previous: evidence };
  return intervalRule(look, { threshold: 0.6, task: 'none', classes: [] }).verdict;
}
