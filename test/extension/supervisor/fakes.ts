import { buildSync } from 'esbuild';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Supervisor, type SupervisorOptions } from '../../../src/extension/supervisor/supervisor';
import type { Timing } from '../../../src/extension/supervisor/timing';
import type { RunSource } from '../../../src/extension/runSource';
import type { RunPhase } from '../../../src/protocol/panelState';

const built = mkdtempSync(join(tmpdir(), 'safe-aug-fakes-'));
export const fakeProgram = join(built, 'fakeProgram.cjs');

/** Bundles the program that stands in for the command line. */
export function buildFakeProgram(): void {
  const entryPoints = [join(__dirname, 'children', 'fakeProgram.ts')];
  buildSync({ entryPoints, outfile: fakeProgram, bundle: true, platform: 'node', target: 'node20', logLevel: 'error' });
}

/** A supervisor of the fake program, with short waits. */
export function fakeSupervisor(timing: Partial<Timing> = {}, options: Partial<SupervisorOptions> = {}): Supervisor {
  return new Supervisor({
    program: fakeProgram,
    findNode: () => Promise.resolve({ path: process.execPath, version: process.versions.node, foundIn: 'this test' }),
    log: () => undefined,
    timing: { lookMs: 20, idleLookMs: 50, ...timing },
    ...options,
  });
}

/** Waits until the run is in one of these phases; throws when it takes longer than `limitMs`. */
export async function reaches(run: RunSource, phases: readonly RunPhase[], limitMs = 15_000): Promise<RunPhase> {
  for (const end = performance.now() + limitMs; performance.now() < end; await wait(10)) {
    if (phases.includes(run.phase)) return run.phase;
  }
  throw new Error(`${run.folder} is ${run.phase} (${run.failure}), not ${phases.join(' or ')}, after ${limitMs} ms.`);
}

/** Ids of the processes of which an argument holds `text`; Linux only. */
export function processesWith(text: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && commandLine(pid).includes(text));
}

export function exists(pid: number): boolean {
  // A zombie has no command line: it has ended, and only its parent has not looked yet.
  return commandLine(pid) !== '';
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
