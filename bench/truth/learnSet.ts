import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brokenClasses } from '../../src/judge/rules/brokenClasses';
import type { Result, TransformResult } from '../../src/protocol/result';
import type { Program } from './program';
import type { BrokenRow, RunKey, RunRow } from './runRow';

export interface LearnOptions {
  readonly program: Program;
  readonly key: RunKey;
  readonly data: string;
  /** Folder of the run. */
  readonly run: string;
  readonly size: number;
}

/** Learns on a folder with the command line program and keeps the figures. Throws an Error when the program fails or was stopped. */
export function learnSet({ program, key, data, run, size }: LearnOptions): RunRow {
  const args = [
    'learn',
    data,
    '--run',
    run,
    '--budget',
    key.budget,
    '--seed',
    String(key.seed),
    '--size',
    String(size),
  ];
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [program.cli, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Learning on ${key.set} ended with ${status}:\n${stderr.slice(-1000)}`);
  const result = JSON.parse(readFileSync(join(run, 'result.json'), 'utf8')) as Result;
  if (!result.complete) throw new Error(`Learning on ${key.set} was stopped early.`);
  return rowOf(result, key, program.commit, (performance.now() - began) / 1000);
}

export function rowOf(result: Result, key: RunKey, commit: string, seconds: number): RunRow {
  return {
    ...key,
    commit,
    threshold: result.settings.threshold,
    judging: result.dataset.judging,
    seconds: Math.round(seconds * 10) / 10,
    trainingSeconds: result.timing.trainingSeconds,
    measuringSeconds: result.timing.measuringSeconds,
    transforms: result.transforms.map((one) => ({
      name: one.name,
      verdict: one.verdict,
      reasonCode: one.reasonCode,
      auroc: one.evidence.alone.probe.auroc,
      intervalJudged: one.evidence.alone.probe.intervalJudged,
      ...(one.verdict === 'harmful' && { broken: brokenOf(one) }),
    })),
  };
}

/** The result names the classes that broke in both last evaluations; what they became stands in the evidence of the last. */
function brokenOf({ evidence: { labels }, exceptClasses }: TransformResult): BrokenRow[] {
  return (labels === null ? [] : brokenClasses(labels)).flatMap(({ class: from, became, outcome }) =>
    became !== null && exceptClasses.includes(from) ? [{ from, to: became.class, outcome }] : [],
  );
}
