import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { RunRow } from './runRow';

/** Finished runs, one a line, oldest first. A last line that an interruption cut off does not count. */
export function readRows(file: string): RunRow[] {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => parsed(line));
}

/** Adds a finished run; whatever an interruption left of a line before stays a line of its own. */
export function appendRow(file: string, row: RunRow): void {
  const torn = existsSync(file) && !/(^|\n)$/.test(readFileSync(file, 'utf8'));
  appendFileSync(file, `${torn ? '\n' : ''}${JSON.stringify(row)}\n`);
}

function parsed(line: string): RunRow[] {
  try {
    return [JSON.parse(line) as RunRow];
  } catch {
    return [];
  }
}
