import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ownIdentity } from '../../src/run/processIdentity';
import { RunError } from '../../src/run/runError';
import { acquireLock, lockHolder } from '../../src/run/runLock';
import { buildChild, startChild, type Child } from './childProcess';
import { temporaryFolder } from './temporaryFolder';

const since = '2026-11-24T08:15:00.000Z';
let program: string;
beforeAll(() => {
  program = buildChild('lockTaker');
});

async function ask(child: Child, line: string): Promise<string> {
  child.send(line);
  return (await child.line()) ?? 'ended';
}

/** A process id that belonged to a process which has ended. */
async function deadPid(): Promise<number> {
  const child = startChild(program);
  const { pid } = child.process;
  await child.kill();
  return pid ?? -1;
}

/** Puts a lock into the folder as if another process had made it `secondsAgo`. */
function putLock(folder: string, content: string, secondsAgo = 0): void {
  const path = join(folder, 'lock.1');
  writeFileSync(path, content);
  const then = Date.now() / 1000 - secondsAgo;
  utimesSync(path, then, then);
}

describe('acquireLock', () => {
  it('refuses a second process and says who has the folder, until it is let go', async () => {
    const folder = temporaryFolder();
    const [first, second] = [startChild(program), startChild(program)];
    expect(await ask(first, `take ${folder}`)).toBe('held');
    const refusal = await ask(second, `take ${folder}`);
    expect(refusal).toContain(`in use by another process: ${first.process.pid} on "${hostname()}", since 20`);
    expect(refusal).toContain('choose another folder with --run');
    expect((await lockHolder(folder))?.pid).toBe(first.process.pid);
    await ask(first, 'free');
    expect(await lockHolder(folder)).toBeNull();
    expect(await ask(second, `take ${folder}`)).toBe('held');
    await Promise.all([first.kill(), second.kill()]);
  });

  it('refuses the same process a second time, and lets it in again after it let go', async () => {
    const folder = temporaryFolder();
    for (let round = 0; round < 3; round++) {
      const lock = await acquireLock(folder);
      await expect(acquireLock(folder)).rejects.toThrow(RunError);
      await lock.close();
    }
    // One small file stays, whatever the number of rounds.
    expect(readdirSync(folder)).toEqual(['lock.3']);
    expect(readFileSync(join(folder, 'lock.3'), 'utf8')).toBe('free\n');
  });

  it('takes over from a process that was killed, at once', async () => {
    const folder = temporaryFolder();
    const child = startChild(program);
    expect(await ask(child, `take ${folder}`)).toBe('held');
    await child.kill('SIGKILL');
    expect(await lockHolder(folder)).toBeNull();
    const lock = await acquireLock(folder);
    expect((await lockHolder(folder))?.pid).toBe(process.pid);
    await lock.close();
  });

  it.skipIf(process.platform !== 'linux')(
    'is not fooled by a process id that was given to another process',
    async () => {
      const folder = temporaryFolder();
      putLock(folder, JSON.stringify({ ...(await ownIdentity()), started: '1', since }));
      await (await acquireLock(folder)).close();
    },
  );

  it('waits for a minute of silence where it cannot tell whether the owner runs: other machines and containers', async () => {
    for (const other of [{ host: 'elsewhere' }, { space: 'another container' }]) {
      const folder = temporaryFolder();
      const owner = JSON.stringify({ ...(await ownIdentity()), pid: 1, ...other, since });
      putLock(folder, owner, 50);
      await expect(acquireLock(folder)).rejects.toThrow(/last sign of life 50 s ago.*silent for 60 s/);
      putLock(folder, owner, 61);
      await (await acquireLock(folder)).close();
    }
  });

  it('passes over a lock that its maker had no time to write', async () => {
    for (const content of ['', '{"pid":12']) {
      const folder = temporaryFolder();
      putLock(folder, content, 3);
      await (await acquireLock(folder)).close();
    }
  });

  it('waits for a lock that is just being written', async () => {
    const folder = temporaryFolder();
    putLock(folder, '');
    const acquiring = acquireLock(folder);
    setTimeout(async () => putLock(folder, JSON.stringify({ ...(await ownIdentity()), since })), 100);
    await expect(acquiring).rejects.toThrow('in use by another process');
  });

  it('says that the folder cannot be written', async () => {
    const missing = join(temporaryFolder(), 'missing');
    await expect(acquireLock(missing)).rejects.toThrow(/Cannot write the lock of the run .*does not exist any more/);
  });
});

describe('holding', () => {
  it('gives a sign of life every 10 s, and notices when another process has taken over', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const folder = temporaryFolder();
      const lock = await acquireLock(folder);
      const file = join(folder, 'lock.1');
      utimesSync(file, 1, 1);
      vi.advanceTimersByTime(10_000);
      await vi.waitFor(() => expect(statSync(file).mtimeMs).toBeGreaterThan(Date.now() - 60_000));
      expect(lock.lost.aborted).toBe(false);

      writeFileSync(join(folder, 'lock.2'), JSON.stringify({ ...lock.owner, pid: 1 }));
      vi.advanceTimersByTime(10_000);
      await vi.waitFor(() => expect(lock.lost.aborted).toBe(true));
      expect((lock.lost.reason as Error).message).toContain('taken over by another process');
      await lock.close();
      expect(readFileSync(join(folder, 'lock.2'), 'utf8')).not.toBe('free\n');
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('many processes at once', () => {
  const count = 6;
  let children: Child[];
  beforeAll(() => {
    children = Array.from({ length: count }, () => startChild(program));
  });
  afterAll(async () => {
    await Promise.all(children.map((child) => child.kill()));
  });

  it('exactly one gets the folder, be it new, free, left by a dead process, or with an unwritten lock', async () => {
    const dead = JSON.stringify({ ...(await ownIdentity()), pid: await deadPid(), since });
    const parent = temporaryFolder();
    const states = [null, 'free\n', dead, ''];
    for (let round = 0; round < 40; round++) {
      const folder = join(parent, String(round));
      mkdirSync(folder);
      const state = states[round % states.length];
      if (state !== null) putLock(folder, state, 3);
      const answers = await Promise.all(children.map((child) => ask(child, `take ${folder}`)));
      expect(answers.filter((answer) => answer === 'held')).toHaveLength(1);
      expect(answers.filter((answer) => answer.startsWith('refused: The run in'))).toHaveLength(count - 1);
      await ask(children[answers.indexOf('held')], 'free');
    }
  });
});
