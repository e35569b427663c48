import type { Evidence } from '../../protocol/evidence';
import { decimal, pictures, points } from '../../report/words/numbers';
import { bracketed, figure } from './figures';

interface Column {
  readonly head: string;
  cell(evidence: Evidence): string;
  /** What the column is, given how many pictures; null where nothing of it was measured. */
  note(all: readonly Evidence[]): string | null;
}

/** The columns of the table besides the verdict and the name; text only, so that it reads the same in a log. */
export const columns: readonly Column[] = [
  {
    head: 'told from clean',
    cell: ({ alone: { probe } }) => figure(probe),
    note: (all) => `AUROC, judged interval; ${pictures(all.map(({ alone }) => alone.n))} a side; 0.5 is guessing.`,
  },
  {
    head: 'same answer',
    cell: ({ labels }) => (labels === null ? '–' : `${(100 * labels.agreement).toFixed(0)} %`),
    note: (all) =>
      measured(
        all.map(({ labels }) => labels?.n),
        (of) => `the task head's, on ${of} it knows clean; fewer need not mean broken.`,
      ),
  },
  {
    head: 'harder by',
    cell: ({ labels }) => (labels === null ? '–' : bracketed(labels.drop, labels.dropInterval95, points)),
    note: (all) =>
      all.some(({ labels }) => labels !== null) ? 'points of task accuracy lost, and its paired 95 % interval.' : null,
  },
  {
    head: 'seen on clean',
    cell: ({ clean }) => (clean === null ? '–' : `${decimal(100 * clean.rate, 1)} %`),
    note: (all) =>
      measured(
        all.map(({ clean }) => clean?.n),
        (of) => `its head fires, of ${of} as they are: the paper's false alarms.`,
      ),
  },
];

/** What the columns are and on how many pictures they stand, a line each. */
export function footnotes(all: readonly Evidence[]): string[] {
  const noted = columns.map(({ head, note }) => ({ head, said: note(all) })).filter(({ said }) => said !== null);
  const width = Math.max(...noted.map(({ head }) => head.length)) + 2;
  return noted.map(({ head, said }) => `${head.padEnd(width)}${said}`);
}

function measured(ns: readonly (number | undefined)[], say: (of: string) => string): string | null {
  const known = ns.filter((n) => n !== undefined);
  return known.length === 0 ? null : say(pictures(known));
}
