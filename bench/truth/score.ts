import type { Truth } from './truth';
import type { RunRow } from './runRow';

/** The claims of one run, counted. */
export interface Score {
  readonly row: RunRow;
  readonly right: readonly string[];
  /** "RandomGamma shifting, not safe". */
  readonly wrong: readonly string[];
  readonly undecided: readonly string[];
}

/** Compares a run's verdicts with what is known; transforms of which nothing is known do not count. */
export function scoreRun(row: RunRow, truth: Readonly<Record<string, Truth>>): Score {
  const right: string[] = [];
  const wrong: string[] = [];
  const undecided: string[] = [];
  for (const { name, verdict } of row.transforms) {
    const known = truth[name];
    if (!known) continue;
    if (verdict === 'undecided') undecided.push(name);
    else if (known.is.includes(verdict)) right.push(name);
    else wrong.push(`${name} ${verdict}, not ${known.is.join(' or ')}`);
  }
  return { row, right, wrong, undecided };
}
