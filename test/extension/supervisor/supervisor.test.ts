import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunSource } from '../../../src/extension/runSource';
import type { NodeRuntime } from '../../../src/extension/supervisor/nodeRuntime';
import type { Supervisor } from '../../../src/extension/supervisor/supervisor';
import type { Timing } from '../../../src/extension/supervisor/timing';
import { readEvents } from '../../../src/run/readEvents';
import { runState } from '../../../src/run/listRuns';
import { lockHolder } from '../../../src/run/runLock';
import { runPaths } from '../../../src/run/runPaths';
import { temporaryFolder } from '../../run/temporaryFolder';
import { buildFakeProgram, exists, fakeProgram, fakeSupervisor, processesWith, reaches } from './fakes';

const open: Supervisor[] = [];

function supervise(timing: Partial<Timing> = {}): Supervisor {
  const supervisor = fakeSupervisor(timing);
  open.push(supervisor);
  return supervisor;
}

/** Starts a run of the fake program that behaves as `behaviour` says. */
async function start(supervisor: Supervisor, project: string, behaviour: string): Promise<RunSource> {
  const data = join(project, behaviour);
  const folder = await supervisor.start({ args: ['learn', data, '--budget', 'quick'], data, project });
  return supervisor.watch(folder);
}

async function logged(folder: string): Promise<number> {
  let count = 0;
  for await (const _ of readEvents(runPaths(folder).events)) count += 1;
  return count;
}

beforeAll(buildFakeProgram);
afterEach(() => {
  for (const pid of processesWith(fakeProgram)) process.kill(pid, 'SIGKILL');
  for (const supervisor of open.splice(0)) supervisor.dispose();
});

describe('a run', () => {
  it('starts, runs and finishes, and its events arrive once and in order', async () => {
    const run = await start(supervise(), temporaryFolder(), 'finishes');
    expect(run.phase).toBe('starting');
    const heard = [...run.events()];
    run.onChange((fresh) => heard.push(...fresh));
    await reaches(run, ['running']);
    await reaches(run, ['finished']);
    expect(run.failure).toBeNull();
    expect(heard).toEqual(run.events());
    expect(heard).toHaveLength(await logged(run.folder));
  });

  it('has its output in files, is hidden from git, and is a process group of its own', async () => {
    const project = temporaryFolder();
    const run = await start(supervise(), project, 'learns');
    await reaches(run, ['running']);
    expect(existsSync(runPaths(run.folder).stderr)).toBe(true);
    expect(await readFile(join(project, '.safe-aug', '.gitignore'), 'utf8')).toBe('*\n');
    const pid = (await lockHolder(run.folder))?.pid;
    const group = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1].split(' ')[2];
    expect(group).toBe(String(pid));
  });

  it('that finds no data says so in its own words', async () => {
    const run = await start(supervise(), temporaryFolder(), 'is-no-data');
    await reaches(run, ['failed']);
    expect(run.failure).toBe('No pictures were found.');
  });

  it('that is killed is interrupted, and is resumed', async () => {
    const project = temporaryFolder();
    const supervisor = supervise();
    const run = await start(supervisor, project, 'dies');
    await reaches(run, ['interrupted']);
    const before = run.events().length;
    await supervisor.resume(run.folder, { project });
    const phases: string[] = [run.phase];
    run.onChange((fresh) => phases.push(fresh.length === 0 ? run.phase : 'spoken'));
    await reaches(run, ['interrupted']);
    expect(phases[0]).toBe('starting');
    expect(phases.slice(0, phases.indexOf('spoken'))).not.toContain('running');
    expect(run.events().length).toBeGreaterThan(before);
  });
});

describe('a start that goes wrong', () => {
  it('by a crash names the stage and shows the end of the error output', async () => {
    const run = await start(supervise(), temporaryFolder(), 'crashes');
    await reaches(run, ['failed']);
    expect(run.failure).toContain('ended with exit code 1 while taking the run folder');
    expect(run.failure).toContain('libvips-cpp.so.42: cannot open shared object file');
  });

  it('by silence is ended at the limit of its stage', async () => {
    const run = await start(supervise({ takeFolderMs: 1_000 }), temporaryFolder(), 'hangs');
    await reaches(run, ['failed']);
    expect(run.failure).toBe(
      'The run did not start: taking the run folder took longer than 1 s. Run "Safe Aug: Doctor" to see what does not work on this machine, then learn again.\nIt wrote nothing to its error output.',
    );
    await expect.poll(() => processesWith(fakeProgram)).toEqual([]);
  });

  it('later is ended at the limit of the later stage', async () => {
    const timing = { takeFolderMs: 10_000, firstEventMs: 1_000 };
    const run = await start(supervise(timing), temporaryFolder(), 'hangs-with-the-folder');
    await reaches(run, ['failed']);
    expect(run.failure).toContain('beginning the event log took longer than 1 s');
    await expect.poll(() => processesWith(fakeProgram)).toEqual([]);
  });

  it('asks for the Node of its project', async () => {
    const asked: string[] = [];
    const findNode = (project: string): Promise<NodeRuntime> => {
      asked.push(project);
      return Promise.reject(new Error('Install Node.'));
    };
    const supervisor = fakeSupervisor({}, { findNode });
    open.push(supervisor);
    const project = temporaryFolder();
    await reaches(await start(supervisor, project, 'learns'), ['failed']);
    expect(asked).toEqual([project]);
  });

  it('for want of a Node says what to do', async () => {
    const supervisor = fakeSupervisor({}, { findNode: () => Promise.reject(new Error('Install Node.')) });
    open.push(supervisor);
    const run = await start(supervisor, temporaryFolder(), 'learns');
    await reaches(run, ['failed']);
    expect(run.failure).toBe('Install Node.');
  });
});

describe('stopping', () => {
  it('ends a run with a partial result, and resuming it goes on', async () => {
    const project = temporaryFolder();
    const supervisor = supervise();
    const run = await start(supervisor, project, 'learns');
    await reaches(run, ['running']);
    const phases: string[] = [];
    run.onChange(() => phases.push(run.phase));
    await supervisor.stop(run.folder);
    await reaches(run, ['stopped']);
    expect(phases).toContain('stopping');

    await supervisor.resume(run.folder, { project });
    await reaches(run, ['running']);
    await supervisor.stop(run.folder);
    await reaches(run, ['stopped']);
  });

  it('works while a resumed run comes up, which takes old requests back', async () => {
    const project = temporaryFolder();
    const supervisor = supervise();
    const run = await start(supervisor, project, 'learns');
    await reaches(run, ['running']);
    await supervisor.stop(run.folder);
    await reaches(run, ['stopped']);
    await supervisor.resume(run.folder, { project });
    await supervisor.stop(run.folder);
    expect(run.phase).toBe('starting');
    await reaches(run, ['stopped']);
    await expect.poll(() => processesWith(fakeProgram)).toEqual([]);
  });

  it('is asked for again when a program that comes up has taken the request back, though it was seen to be stopping', async () => {
    const supervisor = supervise();
    const run = await start(supervisor, temporaryFolder(), 'takes-a-stop-back');
    await reaches(run, ['running']);
    await supervisor.stop(run.folder);
    await reaches(run, ['stopping']);
    await reaches(run, ['stopped']);
  });

  it('now before there is a process keeps it from coming', async () => {
    let found: (node: NodeRuntime) => void = () => undefined;
    const findNode = (): Promise<NodeRuntime> => new Promise((resolve) => (found = resolve));
    const supervisor = fakeSupervisor({}, { findNode });
    open.push(supervisor);
    const run = await start(supervisor, temporaryFolder(), 'learns');
    await supervisor.stopNow(run.folder);
    found({ path: process.execPath, version: process.versions.node, foundIn: 'this test' });
    await reaches(run, ['failed']);
    expect(run.failure).toBe('Stopped before it had started.');
    await expect.poll(() => processesWith(fakeProgram)).toEqual([]);
  });

  it('ends the whole tree of a run that does not listen, after the grace', async () => {
    const supervisor = supervise({ graceMs: 500 });
    const run = await start(supervisor, temporaryFolder(), 'ignores-stop');
    await reaches(run, ['running']);
    const grandchild = await grandchildOf(run);
    await supervisor.stop(run.folder);
    await reaches(run, ['stopping']);
    await reaches(run, ['interrupted']);
    // A killed process is there until the system has removed it.
    await expect.poll(() => exists(grandchild)).toBe(false);
  });

  it('now does not wait', async () => {
    const supervisor = supervise();
    const run = await start(supervisor, temporaryFolder(), 'ignores-stop');
    await reaches(run, ['running']);
    const grandchild = await grandchildOf(run);
    await supervisor.stopNow(run.folder);
    await reaches(run, ['interrupted'], 3_000);
    // A killed process is there until the system has removed it.
    await expect.poll(() => exists(grandchild)).toBe(false);
  });

  it('writes through no link that a foreign run folder may hold', async () => {
    const supervisor = supervise();
    const project = temporaryFolder();
    const run = await start(supervisor, project, 'ignores-stop');
    await reaches(run, ['running']);
    const precious = join(project, 'thesis.txt');
    await writeFile(precious, 'three years of work');
    await symlink(precious, runPaths(run.folder).stop);
    await supervisor.stop(run.folder);
    expect(await readFile(precious, 'utf8')).toBe('three years of work');
  });

  it('spares a run that has ended by itself', async () => {
    const supervisor = supervise();
    const run = await start(supervisor, temporaryFolder(), 'finishes');
    await reaches(run, ['finished']);
    await supervisor.stopNow(run.folder);
    expect(run.phase).toBe('finished');
  });
});

describe('two runs', () => {
  it('never share a folder', async () => {
    const project = temporaryFolder();
    const supervisor = supervise();
    const run = await start(supervisor, project, 'learns');
    await expect(supervisor.resume(run.folder, { project })).rejects.toThrow();
    await reaches(run, ['running']);
    await expect(supervisor.resume(run.folder, { project })).rejects.toThrow('is running already');
    await expect(supervise().resume(run.folder, { project })).rejects.toThrow('is running already');
    await supervisor.stop(run.folder);
    await reaches(run, ['stopped']);
    const both = await Promise.allSettled([
      supervisor.resume(run.folder, { project }),
      supervisor.resume(run.folder, { project }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('of the same data set at the same second get folders of their own', async () => {
    const project = temporaryFolder();
    const supervisor = supervise();
    const [first, second] = await Promise.all([
      start(supervisor, project, 'finishes'),
      start(supervisor, project, 'finishes'),
    ]);
    expect(first.folder).not.toBe(second.folder);
    await Promise.all([reaches(first, ['finished']), reaches(second, ['finished'])]);
  });
});

describe('a reload of the window', () => {
  it('leaves runs alone; they are found again with all their events, and can be stopped', async () => {
    const project = temporaryFolder();
    const first = supervise();
    const { folder } = await start(first, project, 'learns');
    await reaches(await first.watch(folder), ['running']);
    first.dispose();

    const second = supervise();
    expect(await second.reattach([project])).toEqual([folder]);
    expect(second.live().map((run) => run.folder)).toEqual([folder]);
    const run = await second.watch(folder);
    expect(run.phase).toBe('running');
    expect(run.events()[0].type).toBe('stage');
    await second.stop(folder);
    await reaches(run, ['stopped']);
    expect(run.events()).toHaveLength(await logged(folder));
  });

  it('30 times leaves no orphans: each run is found, none is doubled, and all end', async () => {
    const project = temporaryFolder();
    const folders: string[] = [];
    for (let reload = 0; reload < 30; reload++) {
      const supervisor = supervise();
      // A run that was still coming up when its window went is found as soon as it has said who it is.
      await until(async () => (await supervisor.reattach([project])).length === folders.length);
      if (reload % 10 === 0) {
        folders.push((await start(supervisor, project, 'learns')).folder);
        // Gone in the middle of the start, at another point each time.
        await until(async () => processesWith(fakeProgram).length === folders.length);
        await wait(2 * reload);
      }
      supervisor.dispose();
    }
    expect(processesWith(fakeProgram)).toHaveLength(folders.length);
    const last = supervise();
    await last.reattach([project]);
    await Promise.all(folders.map((folder) => last.stop(folder)));
    await until(async () => last.live().length === 0);
    expect(await Promise.all(folders.map(runState))).toEqual(folders.map(() => 'stopped'));
    await until(async () => processesWith(fakeProgram).length === 0);
  });

  it('finds the runs of a project also when another one cannot be read', async () => {
    const [project, away] = [temporaryFolder(), temporaryFolder()];
    // A link to itself: neither there nor missing, as a drive that is away.
    await mkdir(join(away, '.safe-aug'));
    await symlink('runs', join(away, '.safe-aug', 'runs'));
    const first = supervise();
    const { folder } = await start(first, project, 'learns');
    await reaches(await first.watch(folder), ['running']);
    first.dispose();
    expect(await supervise().reattach([away, project])).toEqual([folder]);
  });

  it('during a start that hangs leaves a process that Stop Now ends by its id in the lock', async () => {
    const project = temporaryFolder();
    const first = supervise();
    const { folder } = await start(first, project, 'ignores-stop');
    await reaches(await first.watch(folder), ['running']);
    first.dispose();
    const second = supervise();
    await second.reattach([project]);
    const run = await second.watch(folder);
    await second.stopNow(folder);
    await reaches(run, ['interrupted']);
    await expect.poll(() => processesWith(fakeProgram)).toEqual([]);
  });
});

describe('the lease', () => {
  it('is renewed while the run is watched, and no longer', async () => {
    const supervisor = supervise({ renewalMs: 50 });
    const run = await start(supervisor, temporaryFolder(), 'learns');
    await reaches(run, ['running']);
    const { lease } = runPaths(run.folder);
    const mtime = async (): Promise<number> => (await stat(lease)).mtimeMs;
    const first = await mtime();
    await until(async () => (await mtime()) > first);
    supervisor.dispose();
    await wait(100);
    const last = await mtime();
    await wait(300);
    expect(await mtime()).toBe(last);
  });

  it('is not given to a run that shall go on alone, nor to one from a terminal', async () => {
    const project = temporaryFolder();
    const supervisor = supervise({ renewalMs: 50 });
    const data = join(project, 'learns');
    const alone = await supervisor.start({ args: ['learn', data], data, project, keepRunning: true });
    await reaches(await supervisor.watch(alone), ['running']);
    expect(existsSync(runPaths(alone).lease)).toBe(false);
    expect(await readFile(`/proc/${(await lockHolder(alone))?.pid}/cmdline`, 'utf8')).not.toContain('--lease');

    const folder = join(project, '.safe-aug', 'runs', 'terminal');
    spawn(process.execPath, [fakeProgram, 'learn', data, '--run', folder], { stdio: 'ignore' }).unref();
    await until(async () => (await supervisor.reattach([project])).includes(folder));
    expect((await supervisor.reattach([project])).sort()).toEqual([alone, folder].sort());
    await wait(200);
    expect(existsSync(runPaths(folder).lease)).toBe(false);
  });
});

describe('watching', () => {
  it('tells an ended run from one that ends', async () => {
    const project = temporaryFolder();
    const first = supervise();
    const run = await start(first, project, 'finishes');
    await reaches(run, ['finished']);
    const second = supervise();
    const seen: unknown[] = [];
    second.onChange(({ phase }, before) => seen.push([before, phase]));
    await second.watch(run.folder);
    expect(seen).toEqual([[null, 'finished']]);
  });

  it('survives a torn last line', async () => {
    const project = temporaryFolder();
    const supervisor = supervise();
    const run = await start(supervisor, project, 'dies');
    await reaches(run, ['interrupted']);
    const before = run.events().length;
    const { events } = runPaths(run.folder);
    await writeFile(events, '{"v":1,"t":9,"type":"warn', { flag: 'a' });
    await wait(150);
    expect(run.events()).toHaveLength(before);
    await writeFile(events, 'ing","message":"whole"}\n', { flag: 'a' });
    await until(async () => run.events().length === before + 1);
  });

  it('takes a log of any length', async () => {
    const run = await start(supervise(), temporaryFolder(), 'dies');
    await reaches(run, ['interrupted']);
    const before = run.events().length;
    const added = 150_000;
    await writeFile(runPaths(run.folder).events, '{"v":1,"t":9,"type":"checkpoint","presentations":1}\n'.repeat(added), { flag: 'a' }); // prettier-ignore
    await until(async () => run.events().length === before + added);
  });

  it('goes on for the others when one party cannot take an event', async () => {
    const problems: string[] = [];
    const supervisor = fakeSupervisor({}, { log: (message) => void problems.push(message) });
    open.push(supervisor);
    const run = await start(supervisor, temporaryFolder(), 'finishes');
    const heard: unknown[] = [...run.events()];
    run.onChange(() => {
      throw new Error('not a whole event');
    });
    run.onChange((fresh) => heard.push(...fresh));
    await reaches(run, ['finished']);
    expect(heard).toEqual(run.events());
    expect(problems.some((message) => message.endsWith('not a whole event'))).toBe(true);
  });

  it('ends for one party alone', async () => {
    const supervisor = supervise();
    const run = await start(supervisor, temporaryFolder(), 'learns');
    const other = await supervisor.watch(run.folder);
    let heard = 0;
    run.onChange(() => (heard += 1));
    run.dispose();
    const before = other.events().length;
    await until(async () => other.events().length > before);
    expect(heard).toBe(0);
  });

  it('of a folder without a run is refused with the reason', async () => {
    await expect(supervise().watch(temporaryFolder())).rejects.toThrow('No run was found');
  });
});

async function grandchildOf(run: RunSource): Promise<number> {
  let pid: number | undefined;
  await until(async () => {
    const warning = run.events().find(({ type }) => type === 'warning');
    if (warning?.type === 'warning') pid = Number(/grandchild (\d+)/.exec(warning.message)?.[1]);
    return pid !== undefined;
  });
  return pid as number;
}

async function until(isTrue: () => Promise<boolean>, limitMs = 15_000): Promise<void> {
  for (const end = performance.now() + limitMs; performance.now() < end; await wait(10)) if (await isTrue()) return;
  throw new Error(`It did not become true within ${limitMs} ms: ${isTrue}`);
}
