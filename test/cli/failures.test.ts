import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrowsFolder, run, smallRun, start } from './program';

let set: Awaited<ReturnType<typeof arrowsFolder>>;
const inFolder = (...names: string[]): string => join(set.folder, ...names);

beforeAll(async () => {
  set = await arrowsFolder(120);
});
afterAll(() => set.remove());

/** Each error is one clear sentence or more on standard error, never a stack, and leaves standard output empty. */
async function fails(args: string[], code: number, message: RegExp): Promise<void> {
  const end = await run(args, set.folder);
  expect(end.stderr).toMatch(message);
  expect(end.stderr).not.toMatch(/\n\s+at .+\.(js|ts):\d+/);
  expect(end.stdout).toBe('');
  expect(end.code).toBe(code);
}

describe('a wrong command line', () => {
  it.each([
    [['learn'], /missing required argument 'data'/],
    [['lern', 'x'], /unknown command 'lern'/],
    [['learn', 'arrows', '--budget', '12'], /budget "12" has no unit/],
    [['learn', 'arrows', '--threshold', '2'], /from 0\.5 to 0\.9/],
    [['learn', 'arrows', '--size', '8'], /from 16 to 256/],
    [['learn', 'arrows', '--presentations', '640', '--budget', 'quick'], /cannot be used with/],
    [['doctor', '--threads', 'many'], /whole number from 1 to 256/],
    [['learn', 'arrows', '--engine', 'tensorflow'], /no engine "tensorflow"/],
    [['learn', 'arrows', '--pool', 'HorizontalFilp'], /Did you mean HorizontalFlip/],
    [['export', 'x', '--to', 'caffe'], /Allowed choices are/],
  ] as [string[], RegExp][])('%j', (args, message) => fails(args, 2, message));

  it('leaves no run folder behind', async () => {
    expect(await readdir(set.folder)).toEqual(['arrows']);
  });
});

describe('a data set that cannot be used', () => {
  it('names a folder that is not there', () => fails(['learn', 'nowhere', '--run', 'a'], 3, /nowhere/));

  it('leaves no run behind unless its folder was asked for', async () => {
    await fails(['learn', 'nowhere'], 3, /nowhere/);
    expect(await readdir(inFolder('.safe-aug', 'runs'))).toEqual([]);
    expect(await readdir(inFolder('a'))).toContain('events.jsonl');
  });

  it('says what an empty folder looked like', async () => {
    await mkdir(inFolder('empty'));
    await fails(['learn', 'empty', '--run', 'b'], 3, /empty/);
  });

  it('says that all pictures are the same', async () => {
    const picture = await readFile(join(set.arrows, 'left', '0001.png'));
    for (const label of ['a', 'b']) {
      await mkdir(inFolder('same', label), { recursive: true });
      for (let i = 0; i < 40; i++) await writeFile(inFolder('same', label, `${i}.png`), picture);
    }
    await fails(['learn', 'same', '--run', 'd'], 3, /80 usable images .* only 1 of them/s);
  });

  it('counts pictures that cannot be read', async () => {
    await mkdir(inFolder('broken'));
    for (let i = 0; i < 80; i++) await writeFile(inFolder('broken', `${i}.png`), 'no picture');
    await fails(['learn', 'broken', '--run', 'c'], 3, /80/);
  });
});

describe('a run folder that cannot be used', () => {
  it('is refused while another process has it', async () => {
    const first = start(['learn', 'arrows', '--run', 'busy', ...smallRun.slice(0, -1), '500000'], set.folder);
    await new Promise((settle) => setTimeout(settle, 1500));
    await fails(['learn', 'arrows', '--run', 'busy'], 4, /busy/);
    await fails(['resume', 'busy'], 4, /busy/);
    first.child.kill('SIGKILL');
    await first.end;
  });

  it('is refused when it holds something else', async () => {
    await mkdir(inFolder('mine'));
    await writeFile(inFolder('mine', 'thesis.tex'), 'precious');
    await fails(['learn', 'arrows', '--run', 'mine'], 4, /thesis\.tex/);
    expect(await readdir(inFolder('mine'))).toEqual(['thesis.tex']);
  });

  it('is said not to be there', async () => {
    await fails(['resume', 'nothing-here'], 4, /no run|No run/);
    await fails(['report', 'nothing-here'], 4, /no result/);
  });
});

describe('help', () => {
  it('shows examples and exit codes', async () => {
    expect((await run(['--help'])).stdout).toMatch(/Exit codes:\n\s+0 {2}done/);
    const { stdout, code } = await run(['learn', '--help']);
    expect(stdout).toMatch(/Examples:\n\s+safe-aug learn photos/);
    expect(code).toBe(0);
  });
});

describe('a pipe that is closed early', () => {
  it('ends the program quietly', async () => {
    const { child, end } = start(['export', '--help']);
    child.stdout?.destroy();
    const { code, stderr } = await end;
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });
});
