import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import sharp from 'sharp';
import type { RunEvent } from '../../../src/protocol/events';
import type { Result } from '../../../src/protocol/result';
import { renderReport } from '../../../src/report/renderReport';
import { runPaths, runsFolder } from '../../../src/run/runPaths';
import { exampleEvents } from '../../fixtures/events';
import { exampleResult } from '../../fixtures/result';

export interface ExampleRunOptions {
  /** Name of the run's folder. */
  readonly id?: string;
  readonly startedAt?: string;
  readonly result?: Result;
  /** What the log holds. Default: all of a run that ends with `result`. */
  readonly events?: readonly RunEvent[];
}

/** Writes a finished run into a workspace, as the program would have left it, and returns its folder. */
export async function writeExampleRun(
  workspace: string,
  {
    id = '20261124-081500-eurosat',
    startedAt = '2026-11-24T08:15:00.000Z',
    result = exampleResult(),
    events = exampleEvents(result),
  }: ExampleRunOptions = {},
): Promise<string> {
  const folder = join(runsFolder(workspace), id);
  const paths = runPaths(folder);
  mkdirSync(folder, { recursive: true });
  const data = resolve(workspace, result.dataset.path);
  const manifest = { version: 1, id, startedAt, safeAugVersion: '0.1.0', data, options: {} };
  writeFileSync(paths.manifest, JSON.stringify(manifest));
  writeFileSync(paths.result, JSON.stringify(result));
  writeFileSync(paths.report, renderReport(result, {}));
  writeFileSync(paths.events, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  writeFileSync(join(workspace, '.safe-aug', '.gitignore'), '*\n');
  await writePreviews(folder, events);
  return folder;
}

/** A picture for every file that the log names. */
async function writePreviews(folder: string, events: readonly RunEvent[]): Promise<void> {
  const names = events
    .filter((event) => event.type === 'preview')
    .flatMap(({ pictures }) => pictures.flatMap(({ original, draws }) => [original, ...draws]));
  for (const [index, name] of names.entries()) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    const background = { r: 40 + ((index * 37) % 180), g: 90, b: 140 };
    await sharp({ create: { width: 32, height: 32, channels: 3, background } })
      .webp()
      .toFile(file);
  }
}
