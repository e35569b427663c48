import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/protocol/events';
import type { Result } from '../../src/protocol/result';
import { arrowsFolder, comparable, run, start } from './program';

/** Just enough pictures to set some aside, and no more presentations than a test has time for. */
const images = 840;
const short = ['--size', '16', '--pool', 'HorizontalFlip,ToGray,RandomCrop', '--presentations', '256'];

let set: Awaited<ReturnType<typeof arrowsFolder>>;
const inFolder = (...names: string[]): string => join(set.folder, ...names);
const textOf = (name: string): Promise<string> => readFile(inFolder(name, 'result.json'), 'utf8');
const resultOf = async (name: string): Promise<Result> => JSON.parse(await textOf(name)) as Result;

beforeAll(async () => {
  set = await arrowsFolder(images);
  await run(['learn', set.arrows, '--run', inFolder('first'), ...short]);
});
afterAll(() => set.remove());

describe('a run with controls', () => {
  it('sets pictures aside, and says what the detector could see of the marks on them', async () => {
    const { controls, dataset, settings } = await resultOf('first');
    expect(settings.controls).toBe(true);
    expect(dataset.images - dataset.training - dataset.judging).toBe(70);
    for (const ladder of [controls!.appearance, controls!.orientation]) {
      const strengths = ladder.rungs.map(({ strength }) => strength);
      expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
      expect(strengths).toContain(ladder.required);
      expect(ladder.rungs.every(({ n }) => n === 35)).toBe(true);
    }
    // How often it does is counted in test/learn/controls/negativeControl.test.ts.
    expect(controls!.negative).toMatchObject({ n: 35, holds: true });
  });

  it('keeps the pictures of every mark, a file each', async () => {
    const { controls } = await resultOf('first');
    const files = new Set((await readdir(inFolder('first', 'previews'))).map((name) => `previews/${name}`));
    const named = [controls!.appearance, controls!.orientation].flatMap(({ rungs }) =>
      rungs.flatMap((rung) => rung.pictures),
    );
    for (const name of named) expect(files.has(name)).toBe(true);
  });

  it('tells each head on pictures that were learned from, beside those held out', async () => {
    const { transforms } = await resultOf('first');
    // What the two tell of a head that memorises stands in test/learn/convergence/trainingHeads.test.ts.
    for (const { convergence, evidence } of transforms) {
      expect(convergence?.training?.auroc).toBeGreaterThan(0);
      expect(convergence?.training?.auroc).not.toBe(evidence.alone.head?.auroc);
    }
  });

  it('gives the same bytes again', async () => {
    await run(['learn', set.arrows, '--run', inFolder('second'), ...short]);
    expect(comparable(await textOf('second'))).toBe(comparable(await textOf('first')));
  });

  it('and after a stop while it was learning', async () => {
    const { child, end } = start(['learn', set.arrows, '--run', inFolder('halted'), ...short]);
    for (let isTraining = false; !isTraining; await wait(20)) {
      const log = await readFile(inFolder('halted', 'events.jsonl'), 'utf8').catch(() => '');
      isTraining = log.includes('"stage":"training"');
    }
    child.kill('SIGTERM');
    await end;
    await run(['resume', inFolder('halted')]);
    expect(comparable(await textOf('halted'))).toBe(comparable(await textOf('first')));
  });
});

describe('a run without controls', () => {
  it('learns from all of these pictures when told --no-controls, and keeps to it when resumed', async () => {
    await run(['learn', set.arrows, '--run', inFolder('off'), ...short, '--no-controls']);
    const { controls, dataset, settings } = await resultOf('off');
    expect([controls, settings.controls]).toEqual([null, false]);
    expect(dataset.training + dataset.judging).toBe(dataset.images);
    const log = await readFile(inFolder('off', 'events.jsonl'), 'utf8');
    const evaluations = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as RunEvent)
      .filter((event) => event.type === 'evaluation');
    expect(evaluations.every((one) => one.controls === null)).toBe(true);
  });
});
