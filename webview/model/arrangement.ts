import type { Verdict } from '../../src/protocol/vocabulary';

export const tabs = ['evidence', 'checks', 'curves', 'run'] as const;
export type Tab = (typeof tabs)[number];

export const sortKeys = ['detectability', 'labels', 'falseAlarms', 'accuracy', 'name'] as const;
export type SortKey = (typeof sortKeys)[number];

export const groupings = ['verdict', 'family', 'none'] as const;
export type Grouping = (typeof groupings)[number];

/** What the user arranged: all that the page keeps by itself. */
export interface Arrangement {
  readonly tab: Tab;
  readonly sort: SortKey;
  readonly descending: boolean;
  readonly groupBy: Grouping;
  /** Verdicts to show; empty = all. */
  readonly verdicts: readonly Verdict[];
  /** Part of a transform's name to look for. */
  readonly search: string;
  /** The transform whose detail is open. */
  readonly open: string | null;
}

export const initialArrangement: Arrangement = {
  tab: 'evidence',
  sort: 'detectability',
  descending: false,
  groupBy: 'verdict',
  verdicts: [],
  search: '',
  open: null,
};

const verdictWords: readonly Verdict[] = ['safe', 'undecided', 'shifting', 'harmful'];

/** The arrangement in what an earlier page kept; what is missing or unknown falls back to the initial one. */
export function parseArrangement(kept: unknown): Arrangement {
  if (typeof kept !== 'object' || kept === null) return initialArrangement;
  const { tab, sort, descending, groupBy, verdicts, search, open } = kept as Partial<
    Record<keyof Arrangement, unknown>
  >;
  return {
    tab: oneOf(tabs, tab) ?? initialArrangement.tab,
    sort: oneOf(sortKeys, sort) ?? initialArrangement.sort,
    descending: descending === true,
    groupBy: oneOf(groupings, groupBy) ?? initialArrangement.groupBy,
    verdicts: Array.isArray(verdicts) ? verdictWords.filter((verdict) => verdicts.includes(verdict)) : [],
    search: typeof search === 'string' ? search : '',
    open: typeof open === 'string' ? open : null,
  };
}

function oneOf<Word>(words: readonly Word[], value: unknown): Word | undefined {
  return words.find((word) => word === value);
}
