import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeToySet } from '../../src/cli/toySet';

/** The built program, made by the tests' global setup. */
export const program = resolve('dist/cli.js');

export interface ProgramEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the real program; `end` settles when it has ended and its output was read. */
export function start(args: readonly string[], cwd?: string): { child: ChildProcess; end: Promise<ProgramEnd> } {
  const child = spawn(process.execPath, [program, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  const end = new Promise<ProgramEnd>((settle) => {
    child.on('close', (code, signal) => settle({ code, signal, stdout, stderr }));
  });
  return { child, end };
}

/** Runs the real program to its end. */
export function run(args: readonly string[], cwd?: string): Promise<ProgramEnd> {
  return start(args, cwd).end;
}

/** A temporary folder with a small set of arrows in `arrows/`, removed by `remove`. */
export async function arrowsFolder(images = 180): Promise<{ folder: string; arrows: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'safe-aug-test-'));
  const arrows = join(folder, 'arrows');
  await writeToySet(arrows, { seed: 5, images, size: 24 });
  return { folder, arrows, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Options of a run that takes a few seconds: a small picture, a small pool, few presentations. */
export const smallRun = [
  '--size',
  '16',
  '--pool',
  'HorizontalFlip,VerticalFlip,RandomRotate90,ToGray,RandomCrop',
  '--presentations',
  '1024',
];

/** A result without what may differ between two runs: times, memory, and the paths. */
export function comparable(result: string): string {
  const { timing, dataset, ...rest } = JSON.parse(result) as { timing: object; dataset: { path: string } };
  return JSON.stringify({ ...rest, dataset: { ...dataset, path: '' }, timing: Object.keys(timing) }, null, 2);
}
