import type { Break, Truth } from './truth';
import type { BrokenRow, RunRow, TransformRow } from './runRow';

/** The claims of one run, counted. */
export interface Score {
  readonly row: RunRow;
  readonly right: readonly string[];
  /** "RandomGamma shifting, not safe"; "Blur harmful, but names 0 as 2, not 0 as 1". */
  readonly wrong: readonly string[];
  readonly undecided: readonly string[];
}

/**
 * Compares a run's verdicts with what is known; transforms of which nothing is known do not count. `harmful` is right where the
 * class that is known to break is named with what it becomes; of rows that don't keep what was named, the verdict alone counts.
 */
export function scoreRun(row: RunRow, truth: Readonly<Record<string, Truth>>): Score {
  const right: string[] = [];
  const wrong: string[] = [];
  const undecided: string[] = [];
  for (const transform of row.transforms) {
    const { name, verdict } = transform;
    const known = truth[name];
    if (!known) continue;
    if (verdict === 'undecided') undecided.push(name);
    else if (!known.is.includes(verdict)) wrong.push(`${name} ${verdict}, not ${known.is.join(' or ')}`);
    else if (namesBreak(transform, known)) right.push(name);
    else wrong.push(`${name} harmful, but names ${listed(transform.broken)}, not ${listed([known.breaks])}`);
  }
  return { row, right, wrong, undecided };
}

/** Whether what a harmful transform is said to break holds what is known, and nothing that contradicts it. */
function namesBreak({ verdict, broken }: TransformRow, { breaks }: Truth): boolean {
  if (verdict !== 'harmful' || broken === undefined || breaks === undefined) return true;
  const samePictures = broken.filter(({ from, outcome }) => from === breaks.from && outcome === breaks.outcome);
  return samePictures.length > 0 && samePictures.every(({ to }) => to === breaks.to);
}

function listed(broken: readonly (BrokenRow | Break | undefined)[] = []): string {
  const named = broken.flatMap((one) =>
    one ? [`${one.from} as ${one.to}${one.outcome === null ? '' : ` (${one.outcome})`}`] : [],
  );
  return named.join(' and ') || 'nothing';
}
