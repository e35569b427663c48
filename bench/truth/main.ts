import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chooseSets } from './chooseSets';
import { learnSet } from './learnSet';
import { keepProgram, type Program } from './program';
import { type RealSet, realSets, unpack } from './realSets';
import { appendRow, readRows } from './resultsFile';
import { type RunKey, sameRun, usualImages } from './runRow';
import { truthSets } from './sets';
import { tableLines } from './table';
import type { TruthSet } from './truthSet';
import { writeSet } from './writeSet';

type AnySet = TruthSet | RealSet;
const allSets: readonly AnySet[] = [...truthSets, ...realSets];

interface Where {
  readonly program: Program;
  readonly images: number;
  readonly datasets: string;
}

/**
 * Learns on what is not yet in the results file, one run at a time, and prints the table of this program's runs. With --table it only
 * prints, by default of the program that has run last.
 */
export async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      budget: { type: 'string', default: 'quick' },
      seeds: { type: 'string', default: '1,2,3,4,5' },
      sets: { type: 'string' },
      /** Of each drawn set; a third, at most 2,000, are held out. */
      images: { type: 'string', default: String(usualImages) },
      results: { type: 'string', default: join('bench', 'truth', 'results.jsonl') },
      datasets: { type: 'string', default: join('..', 'shared', 'datasets') },
      dist: { type: 'string', default: 'dist' },
      table: { type: 'boolean', default: false },
      /** Whose runs --table prints. */
      program: { type: 'string' },
    },
  });
  if (values.table) return printTable(values.results, values.program);
  const program = keepProgram(values.dist);
  const sets = chooseSets(allSets, values.sets);
  const seeds = values.seeds.split(',').map(Number);
  const where = { program, images: Number(values.images), datasets: values.datasets };
  for (const seed of seeds) {
    for (const set of sets) {
      const drawn = !('archive' in set);
      const key = {
        ...{ program: program.hash, budget: values.budget, set: set.name, seed },
        ...(drawn && { images: where.images }),
      };
      if (!readRows(values.results).some((row) => sameRun(row, key))) await learnInto(values.results, set, key, where);
    }
  }
  printTable(values.results, program.hash);
}

/** Of one program's runs; of the last one's without a name. */
function printTable(results: string, program = readRows(results).at(-1)?.program): void {
  const truths = new Map(allSets.map(({ name, truth }) => [name, truth]));
  const rows = readRows(results).filter((row) => row.program === program);
  console.log(`\nProgram ${program}, ${rows.length} runs\n\n${tableLines({ rows, truths }).join('\n')}`);
}

async function learnInto(results: string, set: AnySet, key: RunKey, where: Where): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-truth-'));
  try {
    const data = await prepare(set, folder, key.seed, where);
    if (data === null) {
      console.log(`${set.name} skipped: its archive is not in ${where.datasets}.`);
      return;
    }
    const row = learnSet({ program: where.program, key, data, run: join(folder, 'run'), size: set.size });
    appendRow(results, row);
    console.log(`${set.name}, seed ${key.seed}, ${key.budget}: ${row.seconds} s`);
  } catch (error) {
    process.exitCode = 1;
    console.error((error as Error).message);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The set's folder, drawn or unpacked; null when it is not to be had. */
async function prepare(set: AnySet, folder: string, seed: number, { images, datasets }: Where): Promise<string | null> {
  const data = join(folder, 'data');
  mkdirSync(data);
  if ('archive' in set) return unpack(set, datasets, data) ? data : null;
  await writeSet(set, data, { seed, images });
  return data;
}
