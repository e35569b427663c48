import { randomUUID } from 'node:crypto';
import { open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stillRuns, type ProcessIdentity } from './processIdentity';
import { systemCode } from './runError';

/** Who holds a run folder. */
export interface LockOwner extends ProcessIdentity {
  /** ISO 8601, by the owner's clock. */
  readonly since: string;
}

/** One file `lock.<generation>`. */
export interface LockFile {
  readonly path: string;
  readonly generation: number;
  /** `empty`: being written, or its writer died within those microseconds. */
  readonly state: 'held' | 'free' | 'empty';
  /** Null unless held. */
  readonly owner: LockOwner | null;
  /** When its owner last gave a sign of life, by the file system's clock; milliseconds. */
  readonly renewedAt: number;
}

/** A sign of life is given every 10 s; six missed ones mean that the owner is gone. */
export const heartbeatMs = 10_000;
export const lapseMs = 60_000;
const emptyLapseMs = 2_000;
const free = 'free\n';

/** The locks in `folder`, the highest generation first. */
export async function listLocks(folder: string): Promise<LockFile[]> {
  const generations = (await readdir(folder))
    .map((name) => /^lock\.([1-9][0-9]*)$/.exec(name)?.[1])
    .filter((generation) => generation !== undefined);
  const locks = await Promise.all(generations.map((generation) => readLock(folder, Number(generation))));
  return locks.filter((lock) => lock !== null).sort((a, b) => b.generation - a.generation);
}

async function readLock(folder: string, generation: number): Promise<LockFile | null> {
  const path = join(folder, `lock.${generation}`);
  try {
    const [content, { mtimeMs: renewedAt }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    const owner = content === free ? null : parseOwner(content);
    return { path, generation, state: owner ? 'held' : content === free ? 'free' : 'empty', owner, renewedAt };
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function parseOwner(content: string): LockOwner | null {
  try {
    const owner = JSON.parse(content) as LockOwner;
    return typeof owner.pid === 'number' && typeof owner.host === 'string' ? owner : null;
  } catch {
    return null;
  }
}

/** Makes `lock.<generation>` (O_EXCL) and returns its path; null when another process was faster. */
export async function createLock(folder: string, generation: number, owner: LockOwner): Promise<string | null> {
  const path = join(folder, `lock.${generation}`);
  try {
    const handle = await open(path, 'wx');
    try {
      await handle.writeFile(JSON.stringify(owner));
    } finally {
      await handle.close();
    }
    return path;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return null;
    throw error;
  }
}

/** Gives a sign of life by writing the owner again, so that the file system's own clock dates it; false when the lock is gone. */
export async function renewLock(path: string, owner: LockOwner): Promise<boolean> {
  return overwrite(path, JSON.stringify(owner), false);
}

/** Marks the lock free. The file stays: numbers are never used twice. */
export async function freeLock(path: string): Promise<void> {
  await overwrite(path, free, true);
}

/** Never makes the file; false when it is not there. */
async function overwrite(path: string, content: string, truncate: boolean): Promise<boolean> {
  try {
    const handle = await open(path, 'r+');
    try {
      if (truncate) await handle.truncate();
      await handle.write(content, 0);
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/**
 * Whether the lock may be taken over: free, or its owner is gone. Where the machine cannot tell whether the owner still runs
 * (see `stillRuns`), its last sign of life decides. `now`: the file system's clock, milliseconds.
 */
export async function isAvailable(lock: LockFile, now: number): Promise<boolean> {
  const age = now - lock.renewedAt;
  if (lock.owner === null) return lock.state === 'free' || age > emptyLapseMs;
  const runs = await stillRuns(lock.owner);
  return runs === null ? age > lapseMs : !runs;
}

/** Now by the clock that dates files in `folder`, which on a network drive is the server's; milliseconds. */
export async function folderClock(folder: string): Promise<number> {
  const probe = join(folder, `clock.${randomUUID()}.tmp`);
  try {
    await writeFile(probe, '');
    return (await stat(probe)).mtimeMs;
  } finally {
    await rm(probe, { force: true });
  }
}
