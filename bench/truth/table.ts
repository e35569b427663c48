import { movesAcrossSeeds, type Move } from './acrossSeeds';
import { constantAnswers } from './baseline';
import { imagesOf, type RunRow, usualImages } from './runRow';
import { type Score, scoreRun } from './score';
import type { Truth } from './truth';

export interface TableInput {
  readonly rows: readonly RunRow[];
  /** By set name. */
  readonly truths: ReadonlyMap<string, Readonly<Record<string, Truth>>>;
}

/**
 * The table as lines of text: right, wrong and undecided by budget, set and seed, then what answers without a look would reach, and what
 * depends on the seed. Runs on another number of images have a table of their own.
 */
export function tableLines({ rows, truths }: TableInput): string[] {
  const titles = [...new Set(rows.map(titleOf))];
  const order = [...truths.keys()];
  const inOrder = rows.toSorted((a, b) => order.indexOf(a.set) - order.indexOf(b.set) || a.seed - b.seed);
  return titles.flatMap((title) => {
    const scores = inOrder
      .filter((row) => titleOf(row) === title && truths.has(row.set))
      .map((row) => scoreRun(row, truths.get(row.set) ?? {}));
    const moves = movesAcrossSeeds(scores.map(({ row }) => row));
    const sums = [totalLine(scores), baselineLine(scores, truths)];
    return [title, header, ...scores.map(scoreLine), ...sums, '', ...moveLines(moves), ''];
  });
}

function titleOf(row: RunRow): string {
  const images = imagesOf(row);
  return `Budget ${row.budget}${images === usualImages ? '' : `, ${images} images`}`;
}

const header = 'set           seed  right  wrong  undecided  seconds';

function scoreLine({ row, right, wrong, undecided, open }: Score): string {
  const counts = [right.length, wrong.length, undecided.length];
  const named = [
    ...wrong.map((what) => `WRONG ${what}`),
    ...undecided.map((name) => `undecided ${name}`),
    ...open.map((what) => `open: ${what}`),
  ];
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
  const share = all > 0 ? `, ${((100 * counts[2]) / all).toFixed(1)} % undecided` : '';
  const unnamed = sum(({ byVerdictAlone }) => byVerdictAlone.length);
  const apart =
    unnamed > 0 ? `; of the right ${unnamed} harmful by the verdict alone, whose rows don't keep the classes` : '';
  // A run that was suspended with its machine has hours on the clock, which a sum would show and a median doesn't.
  const seconds = median(scores.map(({ row }) => row.seconds));
  return `${line('all', '', counts, seconds)}  (median seconds a run)${share}${apart}`;
}

function baselineLine(scores: readonly Score[], truths: TableInput['truths']): string {
  const sets = [...new Set(scores.map(({ row }) => row.set))];
  const { right, claims } = constantAnswers(sets.map((set) => truths.get(set) ?? {}));
  return `One answer for each transform, whatever the set: right on ${right} of ${claims} a seed`;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [below, above] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return sorted.length > 0 ? (below + above) / 2 : 0;
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
