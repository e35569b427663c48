import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunManifest } from '../protocol/runManifest';
import { readManifest } from './manifestFile';
import { readLastEvent } from './readEvents';
import { RunError, systemCode } from './runError';
import { lockHolder } from './runLock';
import { runPaths, runsFolder } from './runPaths';

/**
 * `running`: a live process holds it. `finished`: as planned. `stopped`: early, with a partial result. `failed`: an error ended
 * it. `interrupted`: killed, to be resumed.
 */
export type RunState = 'running' | 'finished' | 'stopped' | 'failed' | 'interrupted';

export interface ListedRun {
  readonly folder: string;
  readonly manifest: RunManifest;
  readonly state: RunState;
}

/**
 * The runs in a project's `.safe-aug/runs`, the newest first; folders that hold no run, cannot be read or vanish meanwhile are
 * passed over. Reads only.
 */
export async function listRuns(project: string): Promise<ListedRun[]> {
  const folder = runsFolder(project);
  const runs = await Promise.all((await namesIn(folder)).map((name) => readRun(join(folder, name))));
  return runs
    .filter((run) => run !== null)
    .sort((a, b) => b.manifest.startedAt.localeCompare(a.manifest.startedAt) || b.folder.localeCompare(a.folder));
}

/** What has become of the run in `folder`. */
export async function runState(folder: string): Promise<RunState> {
  if (await lockHolder(folder)) return 'running';
  const { event } = await readLastEvent(runPaths(folder).events);
  if (event?.type === 'run-finished') return event.complete ? 'finished' : 'stopped';
  return event?.type === 'run-failed' ? 'failed' : 'interrupted';
}

async function readRun(folder: string): Promise<ListedRun | null> {
  try {
    return { folder, manifest: await readManifest(folder), state: await runState(folder) };
  } catch (error) {
    if (error instanceof RunError || systemCode(error) !== undefined) return null;
    throw error;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return [];
    throw error;
  }
}
