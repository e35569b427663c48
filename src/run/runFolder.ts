import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { RunManifest } from '../protocol/runManifest';
import { writeJson } from './atomicFile';
import { makeFolders } from './makeFolders';
import { readManifest } from './manifestFile';
import { RunError, systemCode, writeError } from './runError';
import { runId } from './runId';
import { acquireLock, type RunLock } from './runLock';
import { namesBeforeStart, runPaths, runsFolder, type RunPaths } from './runPaths';

/** A run folder that this process holds: nobody else writes there until it is closed. */
export interface Run {
  readonly manifest: RunManifest;
  readonly paths: RunPaths;
  /** Aborts when the folder was taken over by another process or removed: write nothing more. */
  readonly lost: AbortSignal;
  /** Lets the folder go. */
  close(): Promise<void>;
}

export interface CreateRunOptions {
  /** Path of the data set. */
  readonly data: string;
  /** What `resume` needs to go on; JSON. */
  readonly options: unknown;
  readonly safeAugVersion: string;
  /** The run folder; it must be new, empty, or hold only what a host puts there before it starts a run. Default: a new one in `project`. */
  readonly folder?: string;
  /** Where `.safe-aug/runs/` is. Default: the current folder. */
  readonly project?: string;
  /** Default: now. */
  readonly startedAt?: Date;
}

/** Makes a run folder and holds it. Throws a `RunError` when it is in use, holds something else, or cannot be written. */
export async function createRun(options: CreateRunOptions): Promise<Run> {
  const { data, startedAt = new Date(), safeAugVersion } = options;
  const folder = options.folder
    ? await makeGivenFolder(resolve(options.folder))
    : await makeNewFolder(resolve(options.project ?? '.'), data, startedAt);
  const lock = await acquireLock(folder);
  try {
    await refuseUnlessFresh(folder);
    const manifest: RunManifest = {
      version: 1,
      id: options.folder ? runId({ data, startedAt }) : basename(folder),
      startedAt: startedAt.toISOString(),
      safeAugVersion,
      data: resolve(data),
      options: options.options,
    };
    const paths = runPaths(folder);
    await writeJson(paths.manifest, manifest, 'the run');
    return held(manifest, paths, lock);
  } catch (error) {
    await lock.close();
    throw error;
  }
}

/** Holds the folder of a run that was made before, to go on with it. An old request to stop is taken back. */
export async function openRun(folder: string): Promise<Run> {
  const paths = runPaths(resolve(folder));
  const manifest = await readManifest(paths.folder);
  const lock = await acquireLock(paths.folder);
  try {
    await rm(paths.stop, { force: true });
    return held(manifest, paths, lock);
  } catch (error) {
    await lock.close();
    throw writeError('the run', paths.folder, error);
  }
}

function held(manifest: RunManifest, paths: RunPaths, lock: RunLock): Run {
  return { manifest, paths, lost: lock.lost, close: () => lock.close() };
}

async function makeGivenFolder(folder: string): Promise<string> {
  try {
    await makeFolders(folder);
    // Before the lock, so that a folder of the user's stays untouched; after it again, since only then nobody else can fill it.
    await refuseForeign(folder);
    return folder;
  } catch (error) {
    throw writeError('the run', folder, error);
  }
}

/**
 * Makes an empty folder for a new run of `data` under the project's `.safe-aug/runs`, hidden from git, and returns its path; for
 * hosts that put things there before the run starts (see `namesBeforeStart`). Throws a `RunError` when it cannot be made.
 */
export async function makeNewFolder(project: string, data: string, startedAt: Date): Promise<string> {
  const runs = runsFolder(project);
  try {
    await makeFolders(runs);
    await hideFromGit(dirname(runs));
    for (let attempt = 1; ; attempt++) {
      const folder = join(runs, runId({ data, startedAt, attempt }));
      if (await makeIfAbsent(folder)) return folder;
    }
  } catch (error) {
    throw writeError('a run', runs, error);
  }
}

async function makeIfAbsent(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Runs hold pictures and machine paths and are not for committing; a file of our own spares the project's .gitignore. */
async function hideFromGit(folder: string): Promise<void> {
  try {
    await writeFile(join(folder, '.gitignore'), '*\n', { flag: 'wx' });
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  }
}

/** Locks, and what a start that was killed may have left. */
const ownName = /^lock\.\d+$|\.tmp$/;

async function refuseUnlessFresh(folder: string): Promise<void> {
  if (holdsRun(folder, await readdir(folder))) {
    throw new RunError(
      `${folder} already holds a run. Go on with it by "safe-aug resume", or choose another folder with --run.`,
    );
  }
  await refuseForeign(folder);
}

function holdsRun(folder: string, names: readonly string[]): boolean {
  return names.includes(basename(runPaths(folder).manifest));
}

async function refuseForeign(folder: string): Promise<void> {
  const names = await readdir(folder);
  const foreign = names.filter((name) => !namesBeforeStart.includes(name) && !ownName.test(name));
  if (foreign.length === 0 || holdsRun(folder, names)) return;
  throw new RunError(
    `${folder} is not empty: it holds "${foreign[0]}"${foreign.length > 1 ? ` and ${foreign.length - 1} more` : ''}. ` +
      `Choose a new or an empty folder with --run; nothing was changed.`,
  );
}
