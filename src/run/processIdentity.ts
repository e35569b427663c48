import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

/** Who a process is, in terms that survive it: process ids are used again, and containers number their own. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** Machine start and process-id space ("" where the system does not tell): within one, a pid means one process. */
  readonly space: string;
  /** When the process started, in the system's own unit; null where it does not tell. */
  readonly started: string | null;
}

/** The identity of this process. */
export async function ownIdentity(): Promise<ProcessIdentity> {
  const stat = await readStat(process.pid);
  return { pid: process.pid, host: hostname(), space: await ownSpace(), started: stat?.started ?? null };
}

/**
 * Whether that process still runs: true or false where this machine can tell for sure, else null (another machine or
 * container, or a system that does not tell when a process started, so that its id may have been given to another).
 */
export async function stillRuns(identity: ProcessIdentity): Promise<boolean | null> {
  if (identity.host !== hostname() || identity.space !== (await ownSpace())) return null;
  if (!existsProcess(identity.pid)) return false;
  const stat = await readStat(identity.pid);
  if (stat === null || identity.started === null) return null;
  return stat.started === identity.started && !stat.ended;
}

function existsProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function ownSpace(): Promise<string> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    return `${boot.trim()} ${await readlink('/proc/self/ns/pid')}`;
  } catch {
    return '';
  }
}

/** Linux: fields 3 (state) and 22 (start, in ticks since boot) of proc(5) stat; the name before them may hold anything. */
async function readStat(pid: number): Promise<{ started: string; ended: boolean } | null> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { started: fields[19], ended: fields[0] === 'Z' || fields[0] === 'X' };
  } catch {
    return null;
  }
}
