/** Medians over the rounds for one transform at one size; speeds in images per second. */
export interface Row {
  readonly transform: string;
  readonly size: number;
  readonly ours: number;
  readonly theirs: number;
  /** Of the speeds of one round each, which a machine's changing load moves together. */
  readonly ratio: number;
}

/** How many times Albumentations' speed is the goal at a size. */
export const goal = (size: number): number => (size <= 64 ? 2 : 1);

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A line per transform, and per size both speeds and their ratio, starred where it misses the goal. */
export function table(rows: readonly Row[]): string {
  const sizes = [...new Set(rows.map(({ size }) => size))];
  const names = [...new Set(rows.map(({ transform }) => transform))];
  const header = ['', ...sizes.flatMap((size) => [`${size} px: ours`, 'theirs', `ratio (${goal(size)}x)`])];
  const lines = names.map((name) => [
    name,
    ...sizes.flatMap((size) => {
      const row = rows.find((candidate) => candidate.transform === name && candidate.size === size);
      return row ? cells(row) : ['', '', ''];
    }),
  ]);
  const widths = header.map((title, column) => Math.max(title.length, ...lines.map((line) => line[column].length)));
  const format = (line: readonly string[]) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ');
  return [header, ...lines].map(format).join('\n') + '\nMedian images/s on one core; * misses the goal.';
}

function cells({ size, ours, theirs, ratio }: Row): string[] {
  return [ours.toFixed(0), theirs.toFixed(0), `${ratio.toFixed(2)}${ratio < goal(size) ? '*' : ' '}`];
}
