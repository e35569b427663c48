import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/protocol/events';
import type { Result } from '../../src/protocol/result';
import { validator } from '../schemas/validator';
import { arrowsFolder, comparable, type ProgramEnd, run, smallRun } from './program';

let set: Awaited<ReturnType<typeof arrowsFolder>>;
let first: ProgramEnd;
const inFolder = (...names: string[]): string => join(set.folder, ...names);

beforeAll(async () => {
  set = await arrowsFolder();
  first = await run(['learn', set.arrows, '--run', inFolder('first'), ...smallRun]);
});
afterAll(() => set.remove());

async function eventsOf(folder: string): Promise<RunEvent[]> {
  const text = await readFile(join(folder, 'events.jsonl'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RunEvent);
}

describe('safe-aug learn', () => {
  it('prints a table of verdicts and says where everything is', () => {
    expect(first.stderr).not.toMatch(/Error|at .*\.js:/);
    expect(first.code).toBe(0);
    for (const name of ['HorizontalFlip', 'VerticalFlip', 'RandomRotate90', 'ToGray', 'RandomCrop']) {
      expect(first.stdout).toContain(name);
    }
    expect(first.stdout).toContain('report.html');
  });

  it('calls nothing safe after so few presentations', async () => {
    const result = JSON.parse(await readFile(inFolder('first', 'result.json'), 'utf8')) as Result;
    expect(result.presentations).toBe(1024);
    expect(result.transforms.filter(({ verdict }) => verdict === 'safe')).toEqual([]);
    expect(result.safeSet).toEqual([]);
  });

  it('looks at families at the end, and at no pair where nothing is safe', async () => {
    const { closing } = JSON.parse(await readFile(inFolder('first', 'result.json'), 'utf8')) as Result;
    expect(closing.families?.families.map(({ family }) => family)).toEqual(['orientation', 'tone', 'zoom']);
    expect(closing.families?.fires).toHaveLength(5);
    expect(closing.families?.fires.every((row) => row.length === 5)).toBe(true);
    expect(closing.families?.explanations).toEqual([]);
    expect(closing.pairs).toEqual({ pairs: [], milder: [], removed: [] });
    expect(closing.use).toBeNull();
  });

  it('writes a result and events that their schemas accept, previews, scores and a report', async () => {
    const isResult = await validator('result');
    expect(isResult(JSON.parse(await readFile(inFolder('first', 'result.json'), 'utf8')))).toEqual([]);
    const isEvent = await validator('events');
    const events = await eventsOf(inFolder('first'));
    for (const event of events) expect(isEvent(event)).toEqual([]);
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['run-started', 'evaluation', 'preview', 'metrics']),
    );
    expect(events.at(-1)).toMatchObject({ type: 'run-finished', complete: true, presentations: 1024 });
    expect(await readdir(inFolder('first'))).toEqual(
      expect.arrayContaining(['report.html', 'scores.bin', 'checkpoint']),
    );
    expect((await readdir(inFolder('first', 'previews'))).length).toBeGreaterThan(5 * 6);
    expect(await readFile(inFolder('first', 'report.html'), 'utf8')).toContain('data:image/webp;base64,');
  });

  it('gives the same bytes for the same seed, with one thread or two, and others for another seed', async () => {
    const read = async (name: string): Promise<string> =>
      comparable(await readFile(inFolder(name, 'result.json'), 'utf8')).replace(/"threads": \d/, '');
    await run(['learn', set.arrows, '--run', inFolder('again'), ...smallRun, '--threads', '1']);
    await run(['learn', set.arrows, '--run', inFolder('other'), ...smallRun, '--seed', '2']);
    expect(await read('again')).toBe(await read('first'));
    expect(await read('other')).not.toBe(await read('first'));
  });

  it('prints nothing but the result with --json', async () => {
    const { stdout, code } = await run(['learn', set.arrows, '--run', inFolder('json'), ...smallRun, '--json']);
    expect(code).toBe(0);
    expect(stdout.trim()).toBe((await readFile(inFolder('json', 'result.json'), 'utf8')).trim());
  });

  it('keeps to a budget in time and says undecided rather than safe', async () => {
    const began = performance.now();
    const args = ['learn', set.arrows, '--run', inFolder('time'), '--size', '16', '--budget', '10s', '--json'];
    const { stdout } = await run(args);
    const result = JSON.parse(stdout) as Result;
    expect(result.settings.minutes).toBeCloseTo(10 / 60, 6);
    expect(result.settings.presentations).toBe(result.presentations);
    expect(result.transforms.filter(({ verdict }) => verdict === 'safe')).toEqual([]);
    // Generous, since the machine may be busy; a plan that ignored the time would take minutes.
    expect((performance.now() - began) / 1000).toBeLessThan(40);
  }, 90_000);

  it('learns without labels, and says so', async () => {
    const flat = inFolder('flat');
    await mkdir(flat);
    for (const name of await readdir(join(set.arrows, 'left'))) {
      await writeFile(join(flat, name), await readFile(join(set.arrows, 'left', name)));
    }
    const { stdout, stderr } = await run(['learn', flat, '--run', inFolder('unlabelled'), ...smallRun, '--json']);
    const result = JSON.parse(stdout) as Result;
    expect(stderr).toContain('no labels');
    expect(result.taskHead).toBeNull();
    expect(result.transforms.every(({ evidence }) => evidence.labels === null)).toBe(true);
  });
});

describe('left and right arrows', () => {
  it('call the mirror image harmful though nobody can see it, and the upside-down one not', async () => {
    const { arrows, remove } = await arrowsFolder(600);
    const options = ['--size', '16', '--pool', 'HorizontalFlip,VerticalFlip', '--presentations', '12800', '--json'];
    const result = JSON.parse((await run(['learn', arrows, '--run', inFolder('mirror'), ...options])).stdout) as Result;
    const [mirrored, upsideDown] = result.transforms;
    expect(mirrored).toMatchObject({ verdict: 'harmful', reasonCode: 'labels-change' });
    expect(mirrored.reason).toMatch(/“left”.*“right”/);
    expect(mirrored.evidence.labels?.agreement).toBeLessThan(0.1);
    expect(mirrored.evidence.alone.probe.interval95[0]).toBeLessThan(0.55);
    expect(upsideDown.verdict).toBe('undecided');
    expect(upsideDown.evidence.labels?.agreement).toBeGreaterThan(0.9);
    await remove();
  }, 120_000);
});

describe('exports and reports of a run', () => {
  it('exports to standard output and to a file, which is not replaced unasked', async () => {
    const toOutput = await run(['export', inFolder('first'), '--to', 'safe-aug']);
    expect((await validator('safe-aug'))(JSON.parse(toOutput.stdout))).toEqual([]);
    const file = inFolder('mine.yaml');
    await writeFile(file, '# mine\n');
    const refused = await run(['export', inFolder('first'), '--to', 'albumentations-yaml', '--out', file]);
    expect(refused.code).toBe(2);
    expect(await readFile(file, 'utf8')).toBe('# mine\n');
    expect(
      (await run(['export', inFolder('first'), '--to', 'albumentations-yaml', '--out', file, '--force'])).code,
    ).toBe(0);
    expect(await readFile(file, 'utf8')).toContain('Compose');
  });

  it('renders a report without the pictures that are gone', async () => {
    await rename(inFolder('first', 'previews'), inFolder('previews-elsewhere'));
    const { code, stderr } = await run(['report', inFolder('first')]);
    await rename(inFolder('previews-elsewhere'), inFolder('first', 'previews'));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('renders the report anew, and replaces no file unasked', async () => {
    await writeFile(inFolder('mine.html'), 'mine');
    expect((await run(['report', inFolder('first'), '--out', inFolder('mine.html')])).code).toBe(2);
    expect(await readFile(inFolder('mine.html'), 'utf8')).toBe('mine');
    const { stdout, code } = await run(['report', inFolder('first'), '--out', inFolder('page.html')]);
    expect(code).toBe(0);
    expect(stdout.trim()).toBe(inFolder('page.html'));
    expect(await readFile(inFolder('page.html'), 'utf8')).toContain('<!doctype html>');
  });
});
