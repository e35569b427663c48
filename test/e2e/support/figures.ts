import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(__dirname, '../shots');
const path = join(folder, 'figures.json');

/** Adds what was measured to test/e2e/shots/figures.json, and prints it. */
export function writeFigures(figures: Readonly<Record<string, number>>): void {
  console.log(JSON.stringify(figures));
  mkdirSync(folder, { recursive: true });
  const before = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as object) : {};
  writeFileSync(path, `${JSON.stringify({ ...before, ...figures }, null, 2)}\n`);
}
