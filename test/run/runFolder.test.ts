import fc from 'fast-check';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openEventLog } from '../../src/run/eventLog';
import { listRuns, runState } from '../../src/run/listRuns';
import { readManifest } from '../../src/run/manifestFile';
import { readResult, writeResult } from '../../src/run/resultFile';
import { RunError } from '../../src/run/runError';
import { createRun, openRun } from '../../src/run/runFolder';
import { runId } from '../../src/run/runId';
import { emptySafeSetResult, exampleResult } from '../fixtures/result';
import { temporaryFolder } from './temporaryFolder';

const startedAt = new Date('2026-11-24T08:15:00.750Z');
const base = { data: '/data/EuroSAT', options: { seed: 1 }, safeAugVersion: '0.1.0' };

describe('createRun', () => {
  it('makes a folder named by time and data set, and a number when that is taken', async () => {
    const project = temporaryFolder();
    const runs = [];
    for (let round = 0; round < 3; round++) runs.push(await createRun({ ...base, project, startedAt }));
    const ids = ['20261124-081500-eurosat', '20261124-081500-eurosat-2', '20261124-081500-eurosat-3'];
    expect(runs.map(({ manifest }) => manifest.id)).toEqual(ids);
    expect(runs.map(({ paths }) => paths.folder)).toEqual(ids.map((id) => join(project, '.safe-aug', 'runs', id)));
    expect(await readManifest(runs[0].paths.folder)).toEqual({
      version: 1,
      id: ids[0],
      startedAt: '2026-11-24T08:15:00.750Z',
      ...base,
    });
    await Promise.all(runs.map((run) => run.close()));
  });

  it('makes many at once in a new project, each with a folder of its own', async () => {
    for (let round = 0; round < 10; round++) {
      const project = join(temporaryFolder(), 'new');
      const starts = Array.from({ length: 4 }, () => createRun({ ...base, project, startedAt }));
      const runs = await Promise.all(starts);
      expect(new Set(runs.map(({ paths }) => paths.folder)).size).toBe(4);
      await Promise.all(runs.map((run) => run.close()));
    }
  });

  it('keeps runs out of git by a file of its own, once, and touches nothing else', async () => {
    const project = temporaryFolder();
    writeFileSync(join(project, '.gitignore'), 'dist\n');
    await (await createRun({ ...base, project })).close();
    const own = join(project, '.safe-aug', '.gitignore');
    expect(readFileSync(own, 'utf8')).toBe('*\n');
    expect(readFileSync(join(project, '.gitignore'), 'utf8')).toBe('dist\n');
    writeFileSync(own, '# I commit my runs\n');
    await (await createRun({ ...base, project })).close();
    expect(readFileSync(own, 'utf8')).toBe('# I commit my runs\n');
  });

  it('uses a given folder that is new or empty, or holds what a host puts there before the start', async () => {
    const folder = join(temporaryFolder(), 'deep', 'run');
    await (await createRun({ ...base, folder })).close();
    const prepared = temporaryFolder();
    for (const name of ['stdout.log', 'stderr.log', 'lease', 'stop']) writeFileSync(join(prepared, name), '');
    const run = await createRun({ ...base, folder: prepared });
    expect(existsSync(run.paths.stop)).toBe(true);
    await run.close();
  });

  it('refuses a folder with a run or with anything else, and changes nothing there', async () => {
    const folder = temporaryFolder();
    await (await createRun({ ...base, folder })).close();
    const manifest = readFileSync(join(folder, 'run.json'), 'utf8');
    await expect(createRun({ ...base, folder })).rejects.toThrow(/already holds a run.*safe-aug resume/);
    expect(readFileSync(join(folder, 'run.json'), 'utf8')).toBe(manifest);

    const home = temporaryFolder();
    writeFileSync(join(home, 'thesis.tex'), 'x');
    await expect(createRun({ ...base, folder: home })).rejects.toThrow(/not empty: it holds "thesis.tex"/);
    expect(existsSync(join(home, 'run.json'))).toBe(false);
  });

  it('refuses a folder in use, at the start and when resuming', async () => {
    const folder = temporaryFolder();
    const run = await createRun({ ...base, folder });
    await expect(createRun({ ...base, folder })).rejects.toThrow('in use by another process');
    await expect(openRun(folder)).rejects.toThrow('in use by another process');
    await run.close();
  });

  it('says so when a part of the path is a file', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    await expect(createRun({ ...base, folder: join(file, 'run') })).rejects.toThrow(
      /Cannot write the run .* a file, not a folder/,
    );
    await expect(createRun({ ...base, folder: file })).rejects.toThrow(/Cannot write the run .* a file, not a folder/);
    await expect(createRun({ ...base, project: file })).rejects.toThrow(RunError);
  });

  it
    .skipIf(process.platform === 'win32')
    .each([
      "it's",
      'a "quoted" one',
      'new\nline',
      'back\\slash',
      '-rf',
      '#%20 &;|`$(x)',
      'naïve 漢字 🛰',
      'trailing. ',
      'lock.1',
      '…'.repeat(80),
    ])('works in a folder named %j, and for a data set of that name', async (name) => {
    const project = join(temporaryFolder(), name);
    const run = await createRun({ ...base, data: `/data/${name}`, project, startedAt });
    const log = await openEventLog(run.paths.events, run.manifest);
    log.append({ type: 'run-finished', complete: true, presentations: 1 });
    log.close();
    await writeResult(run.paths.folder, exampleResult());
    await run.close();
    const [listed] = await listRuns(project);
    expect(listed).toMatchObject({ folder: run.paths.folder, state: 'finished', manifest: { data: `/data/${name}` } });
    await (await openRun(listed.folder)).close();
  });
});

describe('runId', () => {
  it('is a harmless name that sorts by time, for any data set', () => {
    const time = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), time, time, (name, a, b) => {
        const [first, second] = [a, b].map((moment) => runId({ data: name, startedAt: moment }));
        expect(first).toMatch(/^\d{8}-\d{6}-[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(first.length).toBeLessThan(64);
        if (b.getTime() - a.getTime() >= 1000) expect(first < second).toBe(true);
      }),
    );
    expect(runId({ data: '/x/Übung Äpfel (v2)/', startedAt })).toBe('20261124-081500-ubung-apfel-v2');
    expect(runId({ data: '漢字', startedAt })).toBe('20261124-081500-data');
  });
});

describe('openRun', () => {
  it('goes on with a run and takes an old request to stop back', async () => {
    const folder = temporaryFolder();
    const created = await createRun({ ...base, folder });
    await created.close();
    writeFileSync(join(folder, 'stop'), '');
    const opened = await openRun(folder);
    expect(opened.manifest).toEqual(created.manifest);
    expect(existsSync(opened.paths.stop)).toBe(false);
    await opened.close();
  });

  it.each([
    [null, /No run was found/],
    ['{"version":', /is not JSON/],
    ['[]', /is of version undefined/],
    ['{"version":2}', /is of version 2.*Update Safe Aug/],
    ['{"version":1,"id":"x","startedAt":"yesterday","safeAugVersion":"0","data":"/d"}', /is damaged/],
  ])('says what is wrong with run.json %s', async (content, message) => {
    const folder = temporaryFolder();
    if (content !== null) writeFileSync(join(folder, 'run.json'), content);
    await expect(openRun(folder)).rejects.toThrow(message);
    await expect(openRun(folder)).rejects.toThrow(RunError);
    expect(readdirSync(folder)).toEqual(content === null ? [] : ['run.json']);
  });
});

describe('listRuns', () => {
  it('lists the newest first, with what has become of each', async () => {
    const project = temporaryFolder();
    expect(await listRuns(project)).toEqual([]);
    const ends = [
      { type: 'run-finished', complete: true, presentations: 64_000 },
      { type: 'run-finished', complete: false, presentations: 8_000 },
      { type: 'run-failed', message: 'no' },
      { type: 'stage', stage: 'training' },
      { type: 'stage', stage: 'training' },
    ] as const;
    const runs = [];
    for (const [index, end] of ends.entries()) {
      const run = await createRun({ ...base, project, startedAt: new Date(startedAt.getTime() + 60_000 * index) });
      const log = await openEventLog(run.paths.events, run.manifest);
      log.append(end);
      log.close();
      if (index < ends.length - 1) await run.close();
      runs.push(run);
    }
    mkdirSync(join(project, '.safe-aug', 'runs', 'not a run'));
    const listed = await listRuns(project);
    expect(listed.map(({ state }) => state)).toEqual(['running', 'interrupted', 'failed', 'stopped', 'finished']);
    expect(listed.map(({ folder }) => folder)).toEqual(runs.map(({ paths }) => paths.folder).reverse());
    await runs.at(-1)?.close();
    expect(await runState(runs[4].paths.folder)).toBe('interrupted');
  });
});

describe('listRuns, where something is amiss,', () => {
  it('lists the other runs when one cannot be read', async () => {
    const project = temporaryFolder();
    const run = await createRun({ ...base, project });
    await run.close();
    mkdirSync(join(project, '.safe-aug', 'runs', 'odd', 'run.json'), { recursive: true });
    expect((await listRuns(project)).map(({ folder }) => folder)).toEqual([run.paths.folder]);
  });

  it('goes on when a run is deleted meanwhile', async () => {
    const project = temporaryFolder();
    const kept = await createRun({ ...base, project });
    await kept.close();
    for (let round = 0; round < 30; round++) {
      const run = await createRun({ ...base, project });
      await run.close();
      const listing = listRuns(project);
      await wait(round % 6);
      rmSync(run.paths.folder, { recursive: true });
      expect((await listing).map(({ folder }) => folder)).toContain(kept.paths.folder);
    }
  });

  it('finds none when .safe-aug is a file', async () => {
    const project = temporaryFolder();
    writeFileSync(join(project, '.safe-aug'), '');
    expect(await listRuns(project)).toEqual([]);
  });
});

describe('result file', () => {
  it('is null before it is written, and then gives the result back; same result, same bytes', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'result.json');
    expect(await readResult(folder)).toBeNull();
    await writeResult(folder, exampleResult());
    const bytes = readFileSync(path, 'utf8');
    expect(await readResult(folder)).toEqual(exampleResult());
    expect(bytes.startsWith('{\n  "version": 1,\n  "complete": true,\n')).toBe(true);
    expect(bytes.endsWith('}\n')).toBe(true);
    await writeResult(folder, emptySafeSetResult());
    await writeResult(folder, exampleResult());
    expect(readFileSync(path, 'utf8')).toBe(bytes);
    expect(readdirSync(folder)).toEqual(['result.json']);
  });

  it('refuses a number that JSON would turn into null, and keeps the old result', async () => {
    const folder = temporaryFolder();
    await writeResult(folder, exampleResult());
    await expect(writeResult(folder, { ...exampleResult(), presentations: NaN })).rejects.toThrow(
      'NaN, the value of "presentations"',
    );
    expect(await readResult(folder)).toEqual(exampleResult());
  });

  it('says what is wrong with a file that is none', async () => {
    const folder = temporaryFolder();
    for (const [content, message] of [
      ['{"ver', /is not JSON/],
      ['{"version":2}', /not a whole result of version 1.*safe-aug resume/],
      ['null', /not a whole result of version 1.*safe-aug resume/],
    ] as const) {
      writeFileSync(join(folder, 'result.json'), content);
      await expect(readResult(folder)).rejects.toThrow(message);
    }
  });
});
