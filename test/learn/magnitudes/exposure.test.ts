import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Magnitude } from '../../../src/protocol/closing';
import type { Result } from '../../../src/protocol/result';
import { createRandom, type Random } from '../../../src/random/random';
import { run } from '../../cli/program';

const side = 32;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'safe-aug-exposure-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Waves of low contrast about a mean level: always the same, just above black, or any from a wide range. */
async function writePictures(set: string, exposure: (random: Random) => number): Promise<string> {
  const path = join(folder, set, 'waves');
  await mkdir(path, { recursive: true });
  for (let i = 0; i < 600; i++) {
    const random = createRandom(1, set, i);
    const level = exposure(random);
    const [across, down, phase] = [random.uniform(0.1, 0.5), random.uniform(0.1, 0.5), random.uniform(0, 6.3)];
    const data = Uint8Array.from({ length: side * side * 3 }, (_, at) => {
      const pixel = Math.floor(at / 3);
      const wave = Math.sin(across * (pixel % side) + down * Math.floor(pixel / side) + phase);
      return Math.max(0, Math.round(level + 12 * wave + random.normal(0, 2)));
    });
    const raw = { width: side, height: side, channels: 3 } as const;
    await sharp(data, { raw })
      .png({ compressionLevel: 1 })
      .toFile(join(path, `${i}.png`));
  }
  return join(folder, set);
}

async function brightnessOf(data: string, runFolder: string): Promise<Magnitude> {
  const options = ['--pool', 'RandomBrightness', '--presentations', '64', '--no-controls', '--size', String(side)];
  const { code, stderr } = await run(['learn', data, '--run', runFolder, ...options]);
  expect(code, stderr).toBe(0);
  const { closing } = JSON.parse(await readFile(join(runFolder, 'result.json'), 'utf8')) as Result;
  const [magnitude] = closing.magnitudes ?? [];
  for (const { pictures } of magnitude.steps) {
    for (const file of pictures) expect((await readFile(join(runFolder, file))).length).toBeGreaterThan(0);
  }
  return magnitude;
}

it(
  'sees brightness from small strengths on where exposure is fixed, and not where it is free',
  { timeout: 180_000 },
  async () => {
    const fixed = await brightnessOf(await writePictures('fixed', () => 14), join(folder, 'run fixed'));
    const free = await brightnessOf(
      await writePictures('free', (random) => random.uniform(70, 185)),
      join(folder, 'run free'),
    );
    for (const { presentations, safeUpTo, steps } of [fixed, free]) {
      expect(presentations).toBe(0);
      expect(safeUpTo).toBeNull();
      expect(steps.map(({ value }) => value)).toEqual([0.01, 0.02, 0.05, 0.1, 0.2, 0.4]);
      expect(steps.every(({ pictures }) => pictures.length === 2)).toBe(true);
    }
    const verdictsFrom = ({ steps }: Magnitude, least: number, most: number) =>
      new Set(steps.filter(({ value }) => value >= least && value <= most).map(({ verdict }) => verdict));
    expect(verdictsFrom(fixed, 0.05, 0.4)).toEqual(new Set(['shifting']));
    expect(verdictsFrom(free, 0, 0.1)).toEqual(new Set(['undecided']));
  },
);
