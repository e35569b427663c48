import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import {
  createLock,
  folderClock,
  freeLock,
  heartbeatMs,
  isAvailable,
  lapseMs,
  listLocks,
  renewLock,
  type LockOwner,
} from './lockFile';
import { ownIdentity } from './processIdentity';
import { RunError, systemCode, writeError } from './runError';

/** Held by the one process that writes to a run folder. */
export interface RunLock {
  readonly owner: LockOwner;
  /** Aborts when another process took the folder over (this one was cut off or frozen for a minute): write nothing more. */
  readonly lost: AbortSignal;
  /** Lets the folder go; where the disk refuses that, the end of this process does. */
  close(): Promise<void>;
}

const attempts = 100;
const pauseMs = 30;

/**
 * Takes the run folder for this process, or throws a `RunError` that says who has it. The lock of a process that is gone is
 * taken over.
 *
 * Locks are files `lock.1`, `lock.2` …, made only if absent (O_EXCL), and the highest number holds the folder. To follow a
 * free or dead `lock.n` is to make `lock.n+1`, which succeeds for one process only. Lower numbers are cleared away, the
 * highest never is, not even when it is let go (it says "free" then), so no number is used twice and nobody can remove or
 * replace a lock that he took for another. Whoever acted on an old view finds a higher number than his own and steps back.
 */
export async function acquireLock(folder: string): Promise<RunLock> {
  const owner: LockOwner = { ...(await ownIdentity()), since: new Date().toISOString() };
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const path = await tryAcquire(folder, owner);
      if (path !== null) return hold(folder, path, owner);
      await wait(pauseMs);
    }
  } catch (error) {
    throw writeError('the lock of the run', folder, error);
  }
  throw new RunError(`Cannot lock ${folder}: other processes keep trying to use it. Stop them and try again.`);
}

/** The live process that holds the run folder, or null. Reads only. */
export async function lockHolder(folder: string): Promise<LockOwner | null> {
  const top = (await listLocks(folder)).at(0);
  return top && !(await isAvailable(top, Date.now())) ? top.owner : null;
}

/** One attempt: the path of the lock, null when another process came in between, or a `RunError` when one holds the folder. */
async function tryAcquire(folder: string, owner: LockOwner): Promise<string | null> {
  const top = (await listLocks(folder)).at(0);
  if (top && top.state !== 'free') {
    const now = await folderClock(folder);
    if (!(await isAvailable(top, now))) {
      if (top.owner === null) return null;
      throw new RunError(refusal(folder, top.owner, now - top.renewedAt));
    }
  }
  const generation = (top?.generation ?? 0) + 1;
  const path = await createLock(folder, generation, owner);
  if (path === null) return null;
  const [first, ...lower] = await listLocks(folder);
  if (first?.generation !== generation) {
    await rm(path, { force: true });
    return null;
  }
  for (const old of lower) await rm(old.path, { force: true });
  return path;
}

function refusal(folder: string, owner: LockOwner, silentMs: number): string {
  const silent = Math.max(0, Math.round(silentMs / 1000));
  return (
    `The run in ${folder} is in use by another process: ${owner.pid} on "${owner.host}", since ${owner.since}, ` +
    `last sign of life ${silent} s ago. Wait until it ends, stop it, or choose another folder with --run. ` +
    `If that machine is gone, try again once it has been silent for ${lapseMs / 1000} s.`
  );
}

function hold(folder: string, path: string, owner: LockOwner): RunLock {
  const lost = new AbortController();
  const beat = async (): Promise<void> => {
    try {
      const ours = (await renewLock(path, owner)) && (await listLocks(folder)).at(0)?.path === path;
      if (ours) return;
    } catch {
      return; // A drive that cannot be reached for a moment is no reason to stop.
    }
    clearInterval(heartbeat);
    lost.abort(
      new RunError(
        `The run in ${folder} was taken over by another process or removed; this one stops without writing.`,
      ),
    );
  };
  let lastBeat = Promise.resolve();
  const heartbeat = setInterval(() => (lastBeat = beat()), heartbeatMs);
  heartbeat.unref();
  return {
    owner,
    lost: lost.signal,
    close: async () => {
      clearInterval(heartbeat);
      await lastBeat;
      await freeLock(path).catch(ignoreDisk);
    },
  };
}

/** An error here would hide the one that ended the run, and the lock of an ended process is taken over anyway. */
function ignoreDisk(error: unknown): void {
  if (systemCode(error) === undefined) throw error;
}
