import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { judgedResult } from '../../../src/extension/runs/judgedResult';
import { RunSummaries } from '../../../src/extension/runs/runSummary';
import { runPaths } from '../../../src/run/runPaths';
import { exampleEvents } from '../../fixtures/events';
import { exampleResult } from '../../fixtures/result';
import { temporaryFolder } from '../../run/temporaryFolder';

const onProblem = (error: unknown): never => {
  throw error;
};

function exampleRun(): string {
  const folder = join(temporaryFolder(), 'run');
  const { result, events } = runPaths(folder);
  mkdirSync(dirname(result), { recursive: true });
  writeFileSync(result, JSON.stringify(exampleResult()));
  writeFileSync(
    events,
    exampleEvents()
      .map((event) => `${JSON.stringify(event)}\n`)
      .join(''),
  );
  return folder;
}

it('judges by the threshold that the user chose, and again when it becomes another', async () => {
  const folder = exampleRun();
  let chosen: number | null = null;
  const judge = vi.fn(judgedResult);
  const summaries = new RunSummaries({ thresholdOf: () => chosen, judgedResult: judge, onProblem });
  const safe = async (): Promise<readonly string[] | undefined> => (await summaries.read(folder))?.safeSet;

  const own = await safe();
  expect(own).toEqual(exampleResult().safeSet);
  expect(judge).not.toHaveBeenCalled();

  chosen = 0.51;
  expect(await safe()).not.toEqual(own);
  expect(await safe()).toEqual((await judgedResult(folder, 0.51)).safeSet);
  expect(judge).toHaveBeenCalledTimes(1);
  expect((await summaries.read(folder))?.chosenThreshold).toBe(0.51);

  chosen = exampleResult().settings.threshold;
  expect(await safe()).toEqual(own);
  expect((await summaries.read(folder))?.chosenThreshold).toBeNull();
});

it('lists a run by its own threshold when its log cannot be judged by the chosen one, and says so once', async () => {
  const folder = exampleRun();
  appendFileSync(runPaths(folder).events, '{"v":1,"t":1,"type":"evaluation","presentations":8000}\n');
  const problems: unknown[] = [];
  const options = { thresholdOf: () => 0.51, judgedResult, onProblem: (error: unknown) => void problems.push(error) };
  const summaries = new RunSummaries(options);
  for (const _ of [1, 2]) expect((await summaries.read(folder))?.safeSet).toEqual(exampleResult().safeSet);
  expect((await summaries.read(folder))?.chosenThreshold).toBeNull();
  expect(problems).toHaveLength(1);
});

it('judges again what failed, once it is told to forget', async () => {
  const folder = exampleRun();
  let works = false;
  const judge: typeof judgedResult = async (...given) => {
    if (works) return await judgedResult(...given);
    throw new Error('no room for it');
  };
  const problems: unknown[] = [];
  const options = {
    thresholdOf: () => 0.51,
    judgedResult: judge,
    onProblem: (error: unknown) => void problems.push(error),
  };
  const summaries = new RunSummaries(options);
  expect((await summaries.read(folder))?.chosenThreshold).toBeNull();

  works = true;
  expect((await summaries.read(folder))?.chosenThreshold).toBeNull();
  summaries.forget();
  expect((await summaries.read(folder))?.chosenThreshold).toBe(0.51);
  expect(problems).toHaveLength(1);
});
