import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { brokenClasses } from '../../src/judge/rules/brokenClasses';
import type { Evaluation, RunEvent } from '../../src/protocol/events';
import { createRandom } from '../../src/random/random';
import { pairedSets, type PairedSet } from './pairedSets';

const size = 16;
const presentations = 128_000;
/** Where the table looks; the evaluations between them are checked as well. */
const shown = [16_000, 64_000, 128_000];

interface Row {
  readonly set: string;
  readonly seed: number;
  readonly presentations: number;
  readonly taskAccuracy: number;
  /** Broken by construction and called harmful. */
  readonly found: readonly string[];
  /** Broken by construction and not called harmful. */
  readonly missed: readonly string[];
  /** Called harmful, or with a broken class in this evaluation, though no label changes. */
  readonly wronglyBroken: readonly string[];
  /** The transforms that break nothing and cost points: wholly above 0 by the paired interval. */
  readonly harder: readonly { readonly name: string; readonly points: number; readonly agreement: number }[];
}

/** Learns on every set under every seed and says whether what is broken and what is harder were ever mixed up. */
export async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '2' },
      images: { type: 'string', default: '3000' },
      program: { type: 'string', default: join('dist', 'cli.js') },
      threads: { type: 'string', default: '2' },
      /** Only the sets of these names, by commas. */
      sets: { type: 'string' },
      results: { type: 'string', default: join('bench', 'labels', 'results.json') },
    },
  });
  const rows: Row[] = [];
  const names = values.sets?.split(',') ?? pairedSets.map(({ name }) => name);
  const unknown = names.find((name) => !pairedSets.some((set) => set.name === name));
  if (unknown !== undefined) throw new Error(`There is no set "${unknown}".`);
  for (const set of pairedSets.filter(({ name }) => names.includes(name))) {
    for (let seed = 1; seed <= Number(values.seeds); seed++) {
      const folder = mkdtempSync(join(tmpdir(), 'bench-labels-'));
      try {
        await writeSet(set, join(folder, 'data'), Number(values.images), seed);
        const args = ['learn', join(folder, 'data'), '--run', join(folder, 'run'), '--seed', String(seed)];
        args.push('--presentations', String(presentations), '--size', String(size), '--threads', values.threads);
        const { status } = spawnSync(process.execPath, [values.program, ...args], {
          stdio: ['ignore', 'ignore', 'inherit'],
        });
        if (status !== 0) throw new Error(`Learning on ${set.name} ended with ${status}.`);
        const found = rowsOf(set, seed, evaluationsOf(join(folder, 'run', 'events.jsonl')));
        rows.push(...found);
        for (const row of found) console.log(lineOf(row));
        // After every set, so that a run that is cut short leaves what it found.
        save(values.results, rows, { images: Number(values.images), seeds: Number(values.seeds) });
      } finally {
        rmSync(folder, { recursive: true });
      }
    }
  }
}

function save(file: string, rows: readonly Row[], options: { readonly images: number; readonly seeds: number }): void {
  const wrong = rows.filter(({ wronglyBroken }) => wronglyBroken.length > 0).length;
  const missed = rows.filter((row) => shown.includes(row.presentations) && row.missed.length > 0).length;
  const counts = `Harder taken for broken in ${wrong} of ${rows.length} evaluations; broken not found in ${missed} of those shown.`;
  console.log(counts);
  const content = { size, presentations, ...options, wrong, missed, rows };
  writeFileSync(file, `${JSON.stringify(content, null, 1)}\n`);
}

async function writeSet(set: PairedSet, folder: string, images: number, seed: number): Promise<void> {
  for (const [label, name] of set.classes.entries()) {
    mkdirSync(join(folder, name), { recursive: true });
    for (let i = 0; i < images / set.classes.length; i++) {
      const { data } = set.draw(createRandom(seed, set.name, name, i), label, size);
      const file = join(folder, name, `${String(i).padStart(4, '0')}.png`);
      await sharp(data, { raw: { width: size, height: size, channels: 3 } })
        .png({ compressionLevel: 1 })
        .toFile(file);
    }
  }
}

function evaluationsOf(file: string): Evaluation[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RunEvent)
    .filter((event): event is RunEvent & Evaluation => event.type === 'evaluation' && event.presentations > 0);
}

function rowsOf(set: PairedSet, seed: number, evaluations: readonly Evaluation[]): Row[] {
  return evaluations.map(({ presentations: at, taskHead, transforms }) => {
    const breaking = transforms.filter(({ name }) => name in set.breaks);
    const sound = transforms.filter(({ name }) => !(name in set.breaks) && !set.unclear.includes(name));
    const isHarmful = ({ verdict }: (typeof transforms)[number]): boolean => verdict === 'harmful';
    const names = (some: typeof transforms): string[] => some.map(({ name }) => name);
    return {
      set: set.name,
      seed,
      presentations: at,
      taskAccuracy: taskHead?.accuracy ?? 0,
      found: names(breaking.filter(isHarmful)),
      missed: names(breaking.filter((one) => !isHarmful(one))),
      wronglyBroken: names(
        sound.filter((one) => isHarmful(one) || (one.evidence.labels && brokenClasses(one.evidence.labels).length > 0)),
      ),
      harder: sound.flatMap(({ name, evidence: { labels } }) =>
        labels && labels.dropInterval95[0] > 0
          ? [
              {
                name,
                points: Math.round(1000 * labels.drop) / 10,
                agreement: Math.round(1000 * labels.agreement) / 1000,
              },
            ]
          : [],
      ),
    };
  });
}

function lineOf({ set, seed, presentations: at, taskAccuracy, found, missed, wronglyBroken, harder }: Row): string {
  const most = [...harder].sort((a, b) => b.points - a.points).slice(0, 4);
  return [
    `${set}, seed ${seed}, ${at}: accuracy ${(100 * taskAccuracy).toFixed(1)} %`,
    `broken ${found.join(' ') || '–'}${missed.length > 0 ? `, missed ${missed.join(' ')}` : ''}`,
    `wrongly broken ${wronglyBroken.join(' ') || '–'}`,
    `harder ${most.map(({ name, points }) => `${name} ${points}`).join(', ') || '–'}`,
  ].join(' | ');
}
