import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgedResult } from '../../../src/extension/runs/judgedResult';
import { judge } from '../../../src/judge/rejudge';
import { runPaths } from '../../../src/run/runPaths';
import { exampleEvents } from '../../fixtures/events';
import { exampleResult } from '../../fixtures/result';
import { temporaryFolder } from '../../run/temporaryFolder';

function exampleRun(): string {
  const folder = join(temporaryFolder(), 'run');
  mkdirSync(folder);
  const { result, events } = runPaths(folder);
  writeFileSync(result, JSON.stringify(exampleResult()));
  writeFileSync(events, exampleEvents().map((event) => `${JSON.stringify(event)}\n`).join('')); // prettier-ignore
  return folder;
}

describe('a result under another threshold', () => {
  it('is the file itself under its own', async () => {
    const folder = exampleRun();
    expect(await judgedResult(folder, null)).toEqual(exampleResult());
    expect(await judgedResult(folder, exampleResult().settings.threshold)).toEqual(exampleResult());
  });

  it('gives the verdicts that the rule gives to its evidence, the safe set that follows, and says so', async () => {
    const result = await judgedResult(exampleRun(), 0.9);
    const { dataset, settings, transforms, presentations, controls } = exampleResult();
    const evaluations = exampleEvents().filter((event) => event.type === 'evaluation');
    const rule = { ...settings, threshold: 0.9, task: dataset.task, classes: dataset.classes };
    const expected = judge({ presentations, controls, transforms }, evaluations, rule);
    expect(result.transforms.map(({ verdict }) => verdict)).toEqual(expected.map(({ verdict }) => verdict));
    expect(result.safeSet.length).toBeGreaterThan(exampleResult().safeSet.length);
    expect(result.use.subsetSize).toBe(Math.min(3, result.safeSet.length));
    expect(result.settings.threshold).toBe(0.9);
    expect(result.warnings.at(-1)).toBe(`Judged at 0.9 instead of the run's own threshold ${settings.threshold}.`);
    expect(result.transforms.map(({ evidence }) => evidence)).toEqual(transforms.map(({ evidence }) => evidence));
  });

  it('does not call safe what was measured too early and carried on until the run was stopped', async () => {
    const folder = exampleRun();
    const carried = exampleEvents().map((event) =>
      event.type === 'evaluation' && event.presentations === exampleResult().presentations
        ? { ...event, transforms: event.transforms.map((one) => ({ ...one, measuredAt: 16_000 })) }
        : event,
    );
    writeFileSync(runPaths(folder).events, carried.map((event) => `${JSON.stringify(event)}\n`).join('')); // prettier-ignore
    expect((await judgedResult(folder, 0.9)).safeSet).toEqual([]);
  });

  it('is refused where there is none', async () => {
    await expect(judgedResult(temporaryFolder(), 0.7)).rejects.toThrow('has no result yet');
  });
});
