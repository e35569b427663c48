import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../src/protocol/result';
import { createRandom } from '../../src/random/random';
import { arrowsFolder, comparable, run, smallRun, start } from './program';

let set: Awaited<ReturnType<typeof arrowsFolder>>;
let undisturbed: string;
let seconds: number;
const inFolder = (...names: string[]): string => join(set.folder, ...names);
const resultOf = (name: string): Promise<string> => readFile(inFolder(name, 'result.json'), 'utf8');

beforeAll(async () => {
  set = await arrowsFolder();
  const began = performance.now();
  await run(['learn', set.arrows, '--run', inFolder('undisturbed'), ...smallRun]);
  seconds = (performance.now() - began) / 1000;
  undisturbed = comparable(await resultOf('undisturbed'));
});
afterAll(() => set.remove());

/** Waits until the run's log holds an event of this kind. */
async function seen(folder: string, type: string): Promise<void> {
  for (;;) {
    const text = await readFile(join(folder, 'events.jsonl'), 'utf8').catch(() => '');
    if (text.includes(`"type":"${type}"`)) return;
    await wait(20);
  }
}

describe('stopping', () => {
  const long = [...smallRun.slice(0, -1), '500000'];

  it.each(['SIGINT', 'SIGTERM'] as const)('%s ends with a checkpoint and a partial result', async (signal) => {
    const name = `stopped-${signal}`;
    const { child, end } = start(['learn', set.arrows, '--run', inFolder(name), ...long]);
    await seen(inFolder(name), 'metrics');
    child.kill(signal);
    const { code, stderr } = await end;
    expect(stderr).not.toContain('something went wrong');
    expect(code).toBe(6);
    const result = JSON.parse(await resultOf(name)) as Result;
    expect(result.complete).toBe(false);
    expect(result.transforms).toHaveLength(5);
    const events = await readFile(inFolder(name, 'events.jsonl'), 'utf8');
    expect(events.trim().split('\n').at(-1)).toContain('"type":"run-finished","complete":false');
  });

  it('a stop file does the same', async () => {
    const { end } = start(['learn', set.arrows, '--run', inFolder('stop-file'), ...long]);
    await seen(inFolder('stop-file'), 'metrics');
    await writeFile(inFolder('stop-file', 'stop'), '');
    expect((await end).code).toBe(6);
    expect((JSON.parse(await resultOf('stop-file')) as Result).complete).toBe(false);
  });
});

describe('resuming', () => {
  it('after a stop gives the result of an undisturbed run', async () => {
    const { child, end } = start(['learn', set.arrows, '--run', inFolder('halted'), ...smallRun]);
    await seen(inFolder('halted'), 'evaluation');
    child.kill('SIGTERM');
    await end;
    const resumed = await run(['resume', inFolder('halted')]);
    expect(resumed.code).toBe(0);
    expect(comparable(await resultOf('halted'))).toBe(undisturbed);
  });

  it('after kill -9 at random moments gives the result of an undisturbed run', async () => {
    const random = createRandom(3, 'kills');
    let kills = 0;
    for (let i = 0; i < 3; i++) {
      const name = `killed-${i}`;
      let command = ['learn', set.arrows, '--run', inFolder(name), ...smallRun];
      for (let attempt = 0; ; attempt++) {
        const { child, end } = start(command);
        const killer = setTimeout(() => child.kill('SIGKILL'), random.uniform(0.1, attempt < 2 ? seconds : 100) * 1000);
        const { signal, code, stderr } = await end;
        clearTimeout(killer);
        if (signal === 'SIGKILL') kills++;
        else {
          expect({ code, stderr: stderr.slice(-400) }).toMatchObject({ code: 0 });
          break;
        }
        // Killed before the folder was made: there is no run to go on with.
        const exists = await readFile(inFolder(name, 'run.json')).then(Boolean, () => false);
        command = exists ? ['resume', inFolder(name)] : command;
      }
      expect(comparable(await resultOf(name))).toBe(undisturbed);
    }
    expect(kills).toBeGreaterThan(0);
  }, 180_000);

  it('says that a complete run is complete', async () => {
    const { code, stderr, stdout } = await run(['resume', inFolder('undisturbed')]);
    expect(code).toBe(0);
    expect(stderr).toContain('complete');
    expect(stdout).toContain('HorizontalFlip');
  });

  it('refuses when the data changed', async () => {
    const changed = await arrowsFolder();
    const folder = join(changed.folder, 'run');
    const { child, end } = start(['learn', changed.arrows, '--run', folder, ...smallRun]);
    await seen(folder, 'evaluation');
    child.kill('SIGTERM');
    await end;
    await writeFile(join(changed.arrows, 'left', 'new.png'), await readFile(join(changed.arrows, 'left', '0001.png')));
    const { code, stderr } = await run(['resume', folder]);
    expect(code).toBe(4);
    expect(stderr).toContain('changed since this run began');
    await changed.remove();
  });
});
