import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const hostLimitMs = 60_000;

/** Processes by what their command line holds; Linux. */
function processesWith(...parts: readonly string[]): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const line = commandLine(pid);
      return parts.every((part) => line.includes(part));
    });
}

/** Processes of the extension's program that work on something in `folder`. */
export function learnersIn(folder: string): number[] {
  return processesWith('/dist/cli.js', folder);
}

/** The extension host of the server that was started by process `server`. */
export function extensionHostOf(server: number): number {
  const [pid] = processesWith('--type=extensionHost').filter((candidate) => groupOf(candidate) === server);
  if (pid === undefined) throw new Error('The server has no extension host.');
  return pid;
}

/** Waits until the server has another extension host than `old`, as after a crash. */
export async function newExtensionHost(server: number, old: number): Promise<void> {
  for (const end = Date.now() + hostLimitMs; Date.now() < end; await wait(100)) {
    if (processesWith('--type=extensionHost').some((pid) => pid !== old && groupOf(pid) === server)) return;
  }
  throw new Error('The server started no other extension host.');
}

/** Field 5 of proc(5) stat, after the name, which may hold anything. */
function groupOf(pid: number): number | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null; // Gone in between.
  }
  return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[2]);
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
