import { execFileSync } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrowsFolder, comparable, run, smallRun } from './program';

let set: Awaited<ReturnType<typeof arrowsFolder>>;
const mounts: string[] = [];

beforeAll(async () => {
  set = await arrowsFolder(120);
});
afterAll(async () => {
  for (const folder of mounts) execFileSync('umount', [folder]);
  await set.remove();
});

/** Mounts a small file system of its own, which only root may do; null elsewhere. */
async function smallDisk(name: string, size: string): Promise<string | null> {
  const folder = join(set.folder, name);
  await mkdir(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' });
    mounts.push(folder);
    return folder;
  } catch {
    console.log('Skipped: mounting a small disk needs root on Linux.');
    return null;
  }
}

describe('a disk', () => {
  it('that is full ends the run with a clear error, and the run goes on when there is room', async (context) => {
    const disk = await smallDisk('full', '3m');
    if (disk === null) return context.skip();
    const folder = join(disk, 'run');
    const { code, stderr } = await run(['learn', set.arrows, '--run', folder, ...smallRun]);
    expect(code).toBe(4);
    expect(stderr).toMatch(/Cannot write .*: the disk is full\. Free some space, then go on with "safe-aug resume"/);
    execFileSync('mount', ['-o', 'remount,size=60m', disk]);
    expect((await run(['resume', folder])).code).toBe(0);
    const undisturbed = join(set.folder, 'undisturbed');
    await run(['learn', set.arrows, '--run', undisturbed, ...smallRun]);
    const read = async (path: string): Promise<string> => comparable(await readFile(join(path, 'result.json'), 'utf8'));
    expect(await read(folder)).toBe(await read(undisturbed));
  });

  it('that is read-only is named as such', async (context) => {
    const disk = await smallDisk('read-only', '1m');
    if (disk === null) return context.skip();
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const { code, stderr } = await run(['learn', set.arrows, '--run', join(disk, 'run'), ...smallRun]);
    expect(code).toBe(4);
    expect(stderr).toContain('the file system is read-only');
  });
});
