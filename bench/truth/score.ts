import type { Break, Truth } from './truth';
import type { BrokenRow, RunRow, TransformRow } from './runRow';

/** The claims of one run, counted. */
export interface Score {
  readonly row: RunRow;
  readonly right: readonly string[];
  /** "RandomGamma shifting, not safe"; "Blur harmful, but names 0 as 2". */
  readonly wrong: readonly string[];
  readonly undecided: readonly string[];
  /** Those of `right` that are harmful by the verdict alone: what breaks is known, but the row doesn't keep what was named. */
  readonly byVerdictAlone: readonly string[];
  /** What was named besides and of which the drawing says nothing: "Blur names 1 as 0". */
  readonly open: readonly string[];
}

/**
 * Compares a run's verdicts with what is known; transforms of which nothing is known do not count. `harmful` is right where at least one
 * true break is named and nothing that isn't one. Of rows that don't keep what was named the verdict alone counts, and is listed apart.
 */
export function scoreRun(row: RunRow, truth: Readonly<Record<string, Truth>>): Score {
  const right: string[] = [];
  const wrong: string[] = [];
  const undecided: string[] = [];
  const byVerdictAlone: string[] = [];
  const open: string[] = [];
  for (const transform of row.transforms) {
    const { name, verdict } = transform;
    const known = truth[name];
    if (!known) continue;
    const flaw = flawOf(transform, known);
    if (verdict === 'undecided') undecided.push(name);
    else if (flaw !== null) wrong.push(`${name} ${verdict}, ${flaw}`);
    else {
      right.push(name);
      if (verdict !== 'harmful' || known.breaks === undefined) continue;
      if (transform.broken === undefined) byVerdictAlone.push(name);
      const besides = namedOf(transform, known.open);
      if (besides.length > 0) open.push(`${name} names ${listed(besides)}`);
    }
  }
  return { row, right, wrong, undecided, byVerdictAlone, open };
}

/** What is not so about a verdict; null where it is right as far as is known. */
function flawOf(transform: TransformRow, { is, breaks, open = [] }: Truth): string | null {
  const { verdict, broken } = transform;
  if (verdict === 'undecided') return null;
  if (!is.includes(verdict)) return `not ${is.join(' or ')}`;
  if (verdict !== 'harmful' || broken === undefined || breaks === undefined) return null;
  const untrue = broken.filter((one) => ![...breaks, ...open].some((other) => isSame(one, other)));
  if (untrue.length > 0) return `but names ${listed(untrue)}`;
  return namedOf(transform, breaks).length > 0 ? null : `but doesn't name ${listed(breaks)}`;
}

/** What a row names of these. */
function namedOf({ broken = [] }: TransformRow, breaks: readonly Break[] = []): BrokenRow[] {
  return broken.filter((one) => breaks.some((other) => isSame(one, other)));
}

function isSame(a: BrokenRow, b: Break): boolean {
  return a.from === b.from && a.to === b.to && a.outcome === b.outcome;
}

function listed(broken: readonly (BrokenRow | Break)[]): string {
  return broken
    .map(({ from, to, outcome }) => `${from} as ${to}${outcome === null ? '' : ` (${outcome})`}`)
    .join(' and ');
}
