import { movesAcrossSeeds, type Move } from './acrossSeeds';
import type { RunRow } from './runRow';
import { type Score, scoreRun } from './score';
import type { Truth } from './truth';

export interface TableInput {
  readonly rows: readonly RunRow[];
  /** By set name. */
  readonly truths: ReadonlyMap<string, Readonly<Record<string, Truth>>>;
}

/** The table as lines of text: right, wrong and undecided by budget, set and seed, then what depends on the seed. */
export function tableLines({ rows, truths }: TableInput): string[] {
  const budgets = [...new Set(rows.map(({ budget }) => budget))];
  const order = [...truths.keys()];
  const inOrder = rows.toSorted((a, b) => order.indexOf(a.set) - order.indexOf(b.set) || a.seed - b.seed);
  return budgets.flatMap((budget) => {
    const scores = inOrder
      .filter((row) => row.budget === budget && truths.has(row.set))
      .map((row) => scoreRun(row, truths.get(row.set) ?? {}));
    const moves = movesAcrossSeeds(scores.map(({ row }) => row));
    return [`Budget ${budget}`, header, ...scores.map(scoreLine), totalLine(scores), '', ...moveLines(moves), ''];
  });
}

const header = 'set           seed  right  wrong  undecided  seconds';

function scoreLine({ row, right, wrong, undecided }: Score): string {
  const counts = [right.length, wrong.length, undecided.length];
  const named = [...wrong.map((what) => `WRONG ${what}`), ...undecided.map((name) => `undecided ${name}`)];
  return `${line(row.set, row.seed, counts, row.seconds)}  ${named.join('; ')}`.trimEnd();
}

function totalLine(scores: readonly Score[]): string {
  const sum = (count: (score: Score) => number): number => scores.reduce((total, score) => total + count(score), 0);
  const counts = [
    sum(({ right }) => right.length),
    sum(({ wrong }) => wrong.length),
    sum(({ undecided }) => undecided.length),
  ];
  const all = counts[0] + counts[1] + counts[2];
  const share = all > 0 ? `  ${((100 * counts[2]) / all).toFixed(1)} % undecided` : '';
  return `${line(
    'all',
    '',
    counts,
    sum(({ row }) => row.seconds),
  )}${share}`;
}

function line(set: string, seed: number | string, [right, wrong, undecided]: number[], seconds: number): string {
  const cells = [set.padEnd(13), String(seed).padStart(4), String(right).padStart(6), String(wrong).padStart(6)];
  return [...cells, String(undecided).padStart(10), seconds.toFixed(0).padStart(8)].join(' ');
}

const kinds: readonly { kind: Move['kind']; title: string }[] = [
  { kind: 'contradiction', title: 'Safe under one seed, shifting or harmful under another' },
  { kind: 'near', title: 'The same, with a mean within one half-width of the threshold' },
  { kind: 'other', title: 'Shifting under one seed, harmful under another' },
  { kind: 'undecided', title: 'To or from undecided' },
];

function moveLines(moves: readonly Move[]): string[] {
  return kinds.flatMap(({ kind, title }) => {
    const some = moves.filter((move) => move.kind === kind);
    return [
      `${title}: ${some.length}`,
      ...some.map(
        ({ set, transform, verdicts, meanAuroc }) =>
          `  ${set} ${transform}: ${verdicts.join(', ')} (mean ${meanAuroc.toFixed(3)})`,
      ),
    ];
  });
}
