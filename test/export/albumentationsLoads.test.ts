import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { exportResult } from '../../src/export/exportResult';
import { albumentationsPython, peerEnvironment } from '../peers/venv';
import { judgedResult, paperPool, type Judged } from './judgedResult';
import { milderThan, withMagnitudes } from './milderResult';

const run = promisify(execFile);
const script = resolve('test/export/python/load_pipelines.py');
const forms = [
  ['albumentations-yaml', 'yaml'],
  ['albumentations-json', 'json'],
  ['albumentations-py', 'py'],
] as const;

const typical = ['HorizontalFlip', 'VerticalFlip', 'RandomRotate90', 'Transpose'];
const crops = ['RandomCrop', 'CenterCrop', 'RandomSizedCrop'];
interface Case extends Judged {
  readonly name: string;
  /** Shifting as judged, safe up to these strengths. */
  readonly milder?: Readonly<Record<string, number>>;
}

const cases: readonly Case[] = [
  { name: 'all fifteen', safe: paperPool },
  { name: 'typical', safe: typical },
  { name: 'empty', safe: [] },
  { name: 'one', safe: ['RandomGamma'] },
  { name: 'crops', safe: crops, size: 64 },
  { name: 'gray', safe: paperPool.filter((name) => name !== 'ToGray'), channels: 1 },
  { name: 'paper profile', safe: paperPool, profile: 'paper' },
  { name: 'smaller ranges', safe: [], milder: milderThan.modern },
  { name: 'smaller ranges at 64 pixels', safe: typical, size: 64, milder: { RandomCrop: 2, RandomSizedCrop: 4 } },
  { name: 'smaller ranges, paper profile', safe: [], profile: 'paper', milder: milderThan.paper },
];

interface Loaded {
  readonly name: string;
  /** Of 50 calls each, for every form and shape. */
  readonly changed: readonly number[];
  readonly tree: { readonly transforms: readonly { n: number; transforms: readonly { p: number }[] }[] };
}

it(
  'loads in Albumentations 2.0.8 without a warning, keeps shapes, and is the same pipeline in all three forms',
  { timeout: 300_000 },
  async (context) => {
    const python = await albumentationsPython();
    if (python === null) return context.skip();
    const folder = await mkdtemp(join(tmpdir(), 'safe-aug-export-'));
    try {
      const manifest = await Promise.all(cases.map((one, index) => written(one, join(folder, String(index)))));
      await writeFile(join(folder, 'cases.json'), JSON.stringify(manifest));
      const { stdout } = await run(python, ['-W', 'error', script, join(folder, 'cases.json')], {
        env: peerEnvironment,
      });
      const loaded = JSON.parse(stdout) as Loaded[];
      expect(loaded.map(({ name }) => name)).toEqual(cases.map(({ name }) => name));
      for (const { name, changed, tree } of loaded) {
        const { safe: asJudged = [], milder = {} } = cases.find((one) => one.name === name)!;
        const safe = [...asJudged, ...Object.keys(milder)];
        for (const count of changed) {
          if (safe.length === 0) expect(count, name).toBe(0);
          else expect(count, name).toBeGreaterThan(0);
        }
        const [some] = tree.transforms;
        expect(some?.n ?? 0, name).toBe(Math.min(3, safe.length));
        expect(some?.transforms.map(({ p }) => p) ?? [], name).toEqual(safe.map(() => 0.5));
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);

/** Writes one case in every form; what load_pipelines.py must know of it. */
async function written(judged: Case, stem: string): Promise<object> {
  const result = withMagnitudes(judgedResult(judged), judged.milder ?? {});
  const files = forms.map(([target, extension]) => ({
    path: `${stem}.${extension}`,
    text: exportResult(result, target, { albumentations: '2.0.8' }),
  }));
  await Promise.all(files.map(({ path, text }) => writeFile(path, text)));
  return {
    name: judged.name,
    size: result.settings.size,
    channels: result.dataset.channels,
    files: files.map(({ path }) => path),
  };
}
