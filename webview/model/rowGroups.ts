import { verdictOrder } from '../../src/report/words/verdicts';
import type { Family, Verdict } from '../../src/protocol/vocabulary';
import type { Arrangement, SortKey } from './arrangement';
import type { JudgedTransform } from './judgedRun';

/** Rows under one heading; `key` null = no heading. */
export interface RowGroup {
  readonly key: Verdict | Family | null;
  readonly rows: readonly JudgedTransform[];
}

export const familyOrder: readonly Family[] = ['orientation', 'zoom', 'tone', 'sharpness'];

type Rowed = Pick<Arrangement, 'sort' | 'descending' | 'groupBy' | 'verdicts' | 'search'>;

/** The rows that the arrangement shows, in its order; no empty groups. Transforms without any effect come last in a verdict. */
export function rowGroups(transforms: readonly JudgedTransform[], arrangement: Rowed): RowGroup[] {
  const { groupBy, verdicts, search, sort, descending } = arrangement;
  const wanted = search.trim().toLowerCase();
  const rows = transforms
    .filter(({ verdict }) => verdicts.length === 0 || verdicts.includes(verdict))
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .sort((a, b) => (descending ? -1 : 1) * compare(a, b, sort));
  const keys = groupBy === 'verdict' ? verdictOrder : groupBy === 'family' ? familyOrder : [null];
  return keys
    .map((key) => ({ key, rows: rows.filter((row) => key === null || row.verdict === key || row.family === key) }))
    .filter((group) => group.rows.length > 0);
}

function compare(a: JudgedTransform, b: JudgedTransform, sort: SortKey): number {
  return sort === 'name' ? a.name.localeCompare(b.name) : rank(a, sort) - rank(b, sort);
}

/** What is not measured goes to the end. */
function rank({ evidence, reasonCode }: JudgedTransform, sort: Exclude<SortKey, 'name'>): number {
  switch (sort) {
    case 'detectability':
      return (evidence?.alone.probe.auroc ?? Infinity) + (reasonCode === 'no-effect' ? 2 : 0);
    case 'labels':
      return evidence?.labels?.drop ?? Infinity;
    case 'falseAlarms':
      return evidence?.clean?.rate ?? Infinity;
    case 'accuracy':
      return evidence?.augmented?.accuracy ?? Infinity;
  }
}
