import { execFileSync, spawnSync } from 'node:child_process';
import type * as FileSystem from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { writeAtomically } from '../../src/run/atomicFile';
import { loadCheckpoint, saveCheckpoint } from '../../src/run/checkpoint';
import { readResult, writeResult } from '../../src/run/resultFile';
import { RunError } from '../../src/run/runError';
import { exampleResult } from '../fixtures/result';
import { buildChild } from './childProcess';
import { temporaryFolder } from './temporaryFolder';

/** `unshare` gives a process mounts of its own that end with it; as an ordinary user where the system allows it. */
const unshare = process.getuid?.() === 0 ? ['unshare', '-m'] : ['unshare', '-Urm'];
const canMount = spawnSync(unshare[0], [...unshare.slice(1), 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;
if (!canMount) console.warn('Skipped: full and read-only disks need Linux and the right to mount (unshare -m).');

/** Runs a child with `folder` mounted by these options, and returns what it prints as JSON. */
function runOnMount(program: string, folder: string, options: string): unknown {
  const script = `mount -t tmpfs -o ${options} none "$1" && exec "$2" "$3" "$1"`;
  const args = [...unshare.slice(1), 'sh', '-c', script, 'sh', folder, process.execPath, program];
  return JSON.parse(execFileSync(unshare[0], args, { encoding: 'utf8' }));
}

describe.skipIf(!canMount)('a real disk', () => {
  it('that is full: a clear error, and what was written earlier is intact', () => {
    const { failures, left } = runOnMount(buildChild('diskFiller'), temporaryFolder(), 'size=2m') as {
      failures: Record<'result' | 'checkpoint' | 'events', string>;
      left: Record<string, unknown>;
    };
    const message = (what: string): RegExp =>
      new RegExp(`^RunError: Cannot write ${what} \\(.*\\): the disk is full\\. Free some space.* is intact\\.$`);
    expect(failures.result).toMatch(message('the result'));
    expect(failures.checkpoint).toMatch(message('the checkpoint'));
    expect(failures.events).toMatch(message('the event log'));
    expect(left).toEqual({
      resultIsOld: true,
      checkpoint: 1,
      firstEvent: 'stage',
      logEndsWhole: true,
      newRun: left.newRun,
    });
    expect(left.newRun).toMatch(/^RunError: .*the disk is full/);
  });

  it('that is read-only: refused before anything is begun', () => {
    const failures = runOnMount(buildChild('readOnlyStarter'), temporaryFolder(), 'ro') as string[];
    expect(failures).toHaveLength(3);
    for (const failure of failures) expect(failure).toMatch(/^RunError: .*the file system is read-only\. .*--run/);
  });

  it('that turns read-only: the reason is told, not that the folder could not be let go', () => {
    const outcome = runOnMount(buildChild('readOnlyCloser'), temporaryFolder(), 'size=2m');
    expect(outcome).toMatch(/^RunError: Cannot write the result \(.*\): the file system is read-only\./);
  });
});

/** What the next calls of node:fs/promises run into, here where no disk can be mounted. */
let fault: { readonly call: 'write' | 'rename' | 'sync'; readonly code: string } | null = null;

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof FileSystem>();
  const failIf = (call: string): void => {
    if (fault?.call === call) throw Object.assign(new Error(`${fault.code}: injected`), { code: fault.code });
  };
  return {
    ...real,
    rename: (from: string, to: string) => Promise.resolve(failIf('rename')).then(() => real.rename(from, to)),
    open: async (path: string, flags: string) => {
      const handle = await real.open(path, flags);
      const { writeFile, sync } = handle;
      handle.writeFile = async (data) => {
        if (fault?.call === 'write') await writeFile.call(handle, (data as Uint8Array).subarray(0, 10));
        failIf('write');
        return writeFile.call(handle, data);
      };
      handle.sync = async () => {
        failIf('sync');
        return sync.call(handle);
      };
      return handle;
    },
  };
});

describe('a disk that fails in the middle of', () => {
  const numbered = (count: number) => ({ arrays: { weights: new Float32Array(100).fill(count) }, state: count });
  afterEach(() => {
    fault = null;
  });

  const faults = [
    { call: 'write', code: 'ENOSPC', why: 'the disk is full' },
    { call: 'write', code: 'EDQUOT', why: 'your disk quota is used up' },
    { call: 'sync', code: 'EIO', why: 'the disk reports an error' },
    { call: 'rename', code: 'EACCES', why: 'you have no permission' },
    { call: 'rename', code: 'EROFS', why: 'the file system is read-only' },
    { call: 'write', code: 'EWHATEVER', why: 'EWHATEVER: injected' },
  ] as const;

  it.each(faults)('$call with $code: the result before stays, and the reason is told', async ({ call, code, why }) => {
    const folder = temporaryFolder();
    await writeResult(folder, exampleResult());
    fault = { call, code };
    const writing = writeResult(folder, { ...exampleResult(), complete: false });
    await expect(writing).rejects.toThrow(RunError);
    await expect(writing).rejects.toThrow(why);
    fault = null;
    expect(await readResult(folder)).toEqual(exampleResult());
  });

  it.each(faults)('$call with $code: a checkpoint before stays, and the next one can be saved', async (given) => {
    const folder = join(temporaryFolder(), 'checkpoint');
    await saveCheckpoint(folder, numbered(1));
    await saveCheckpoint(folder, numbered(2));
    fault = given;
    await expect(saveCheckpoint(folder, numbered(3))).rejects.toThrow(given.why);
    fault = null;
    expect((await loadCheckpoint(folder))?.state).toBe(2);
    await saveCheckpoint(folder, numbered(4));
    expect((await loadCheckpoint(folder))?.state).toBe(4);
  });

  it('passes on what is no fault of the disk as it is', async () => {
    const bug = new TypeError('a bug');
    const pieces = {
      [Symbol.iterator]: () => ({
        next: () => {
          throw bug;
        },
      }),
    } as unknown as Uint8Array[];
    await expect(writeAtomically(join(temporaryFolder(), 'x'), pieces, 'x')).rejects.toBe(bug);
  });
});
