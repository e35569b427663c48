import { imagesOf, type RunRow, type TransformRow } from './runRow';

/** One transform on one set with one budget, whose verdict depends on the seed. */
export interface Move {
  readonly budget: string;
  readonly set: string;
  readonly transform: string;
  /** "safe, safe, undecided", by seed. */
  readonly verdicts: readonly string[];
  readonly meanAuroc: number;
  /**
   * `contradiction`: safe under one seed, shifting or harmful under another. `near`: the same, but the mean AUROC lies within one
   * half-width of the threshold, where chance decides. `undecided`: one verdict, or none, moves. `other`: between shifting and harmful.
   */
  readonly kind: 'contradiction' | 'near' | 'undecided' | 'other';
}

/** Verdicts that differ between the seeds of one program's runs; every transform counts, also where nothing is known. */
export function movesAcrossSeeds(rows: readonly RunRow[]): Move[] {
  const groups = new Map<string, { row: RunRow; transform: TransformRow }[]>();
  for (const row of [...rows].sort((a, b) => a.seed - b.seed)) {
    for (const transform of row.transforms) {
      const key = [row.program, row.budget, row.set, imagesOf(row), transform.name].join('\n');
      groups.set(key, [...(groups.get(key) ?? []), { row, transform }]);
    }
  }
  return [...groups.values()].flatMap((looks) => {
    const verdicts = looks.map(({ transform }) => transform.verdict);
    if (new Set(verdicts).size === 1) return [];
    const [{ row, transform }] = looks;
    const meanAuroc = mean(looks.map((look) => look.transform.auroc));
    const halfWidth = mean(
      looks.map((look) => (look.transform.intervalJudged[1] - look.transform.intervalJudged[0]) / 2),
    );
    const near = Math.abs(meanAuroc - row.threshold) <= halfWidth;
    const kind = kindOf(verdicts, near);
    return [{ budget: row.budget, set: row.set, transform: transform.name, verdicts, meanAuroc, kind }];
  });
}

function kindOf(verdicts: readonly string[], near: boolean): Move['kind'] {
  const safe = verdicts.includes('safe');
  if (safe && verdicts.includes('harmful')) return 'contradiction';
  if (safe && verdicts.includes('shifting')) return near ? 'near' : 'contradiction';
  return verdicts.includes('undecided') ? 'undecided' : 'other';
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
