import { mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { movesAcrossSeeds } from '../../../bench/truth/acrossSeeds';
import { chooseSets } from '../../../bench/truth/chooseSets';
import { rowOf } from '../../../bench/truth/learnSet';
import { appendRow, readRows } from '../../../bench/truth/resultsFile';
import { type RunRow, sameRun } from '../../../bench/truth/runRow';
import { tableLines } from '../../../bench/truth/table';
import type { Result, TransformResult } from '../../../src/protocol/result';
import type { Verdict } from '../../../src/protocol/vocabulary';
import { below, brokenOne, evidence, labels, soundOne } from '../../judge/looks';
import { type Look, runOf, truth } from './runOf';

describe('what a row keeps of a harmful transform', () => {
  const broken = { ...brokenOne({ outcome: '180°' }), became: { class: 1, count: 98 } };
  const transformOf = (verdict: Verdict, exceptClasses: readonly number[]): TransformResult =>
    ({
      ...{ name: 'RandomRotate90', verdict, reasonCode: 'labels-change', exceptClasses },
      evidence: evidence(below, { labels: labels([broken, { ...soundOne, class: 1 }]) }),
    }) as unknown as TransformResult;
  const kept = (verdict: Verdict, exceptClasses: readonly number[]) => {
    const result = {
      settings: { threshold: 0.6 },
      dataset: { judging: 2000 },
      timing: { trainingSeconds: 1, measuringSeconds: 1 },
      transforms: [transformOf(verdict, exceptClasses)],
    } as unknown as Result;
    return rowOf(result, { program: 'p', budget: 'quick', set: 'toys', seed: 1 }, 'c', 1).transforms[0].broken;
  };

  it('is each class that the result names, what it becomes, and by which outcome', () => {
    expect(kept('harmful', [0])).toEqual([{ from: 0, to: 1, outcome: '180°' }]);
    expect(kept('harmful', [1])).toEqual([]);
    expect(kept('shifting', [])).toBeUndefined();
  });
});

describe('verdicts over seeds', () => {
  const kinds = (...bySeed: Look[]): string[] =>
    movesAcrossSeeds(bySeed.map((look, i) => runOf(i + 1, [look]))).map(({ kind }) => kind);

  it('says nothing where all agree', () => {
    expect(kinds(['Blur', 'safe'], ['Blur', 'safe'])).toEqual([]);
  });

  it('tells contradictions from those whose mean is near the threshold', () => {
    expect(kinds(['Blur', 'safe', 0.54], ['Blur', 'shifting', 0.65])).toEqual(['near']);
    expect(kinds(['Blur', 'safe', 0.5], ['Blur', 'shifting', 0.8], ['Blur', 'shifting', 0.8])).toEqual([
      'contradiction',
    ]);
    expect(kinds(['Blur', 'safe', 0.56], ['Blur', 'shifting', 0.65], ['Blur', 'undecided', 0.61])).toEqual(['near']);
  });

  it('calls safe beside harmful a contradiction, wherever the mean is', () => {
    expect(kinds(['Blur', 'safe', 0.6], ['Blur', 'harmful', 0.6])).toEqual(['contradiction']);
  });

  it('reports moves to undecided and between the other two apart', () => {
    expect(kinds(['Blur', 'safe'], ['Blur', 'undecided'])).toEqual(['undecided']);
    expect(kinds(['Blur', 'shifting'], ['Blur', 'harmful'])).toEqual(['other']);
  });

  it('never compares different budgets, sets, programs or numbers of images', () => {
    const safeRun = runOf(1, [['Blur', 'safe']]);
    for (const key of [{ budget: 'standard' }, { set: 'others' }, { program: 'q' }, { images: 300 }]) {
      expect(movesAcrossSeeds([safeRun, runOf(2, [['Blur', 'harmful']], key)])).toEqual([]);
    }
  });

  it('lists the verdicts by seed, in whatever order the runs were made', () => {
    const [move] = movesAcrossSeeds([runOf(2, [['Blur', 'undecided']]), runOf(1, [['Blur', 'safe']])]);
    expect(move.verdicts).toEqual(['safe', 'undecided']);
  });
});

it('prints counts by run, their sum and what moves', () => {
  const rows = [
    runOf(1, [
      ['Blur', 'shifting'],
      ['ToGray', 'safe'],
    ]),
    runOf(2, [
      ['Blur', 'safe'],
      ['ToGray', 'undecided'],
    ]),
  ];
  const text = tableLines({ rows, truths: new Map([['toys', truth]]) }).join('\n');
  expect(text).toMatch(/toys +1 +2 +0 +0 +10$/m);
  expect(text).toMatch(/toys +2 +0 +1 +1 +10 {2}WRONG Blur safe, not shifting; undecided ToGray$/m);
  expect(text).toMatch(/all +2 +1 +1 +10 {2}\(median seconds a run\), 25.0 % undecided$/m);
  expect(text).toContain('One answer for each transform, whatever the set: right on 4 of 4 a seed');
  expect(text).toContain('To or from undecided: 1');
});

describe('the table', () => {
  const linesOf = (...rows: RunRow[]): string[] => tableLines({ rows, truths: new Map([['toys', truth]]) });
  const flip = (seed: number, key: Partial<RunRow> = {}): RunRow => runOf(seed, [['HorizontalFlip', 'harmful']], key);

  it('does not let a suspended run speak for the others', () => {
    const rows = [5403, 90, 100].map((seconds, i) => flip(i + 1, { seconds }));
    expect(linesOf(...rows).find((line) => line.startsWith('all'))).toMatch(/ 100 {2}\(median/);
    expect(linesOf(...rows.slice(1)).find((line) => line.startsWith('all'))).toMatch(/ 95 {2}\(median/);
  });

  it('says how many are harmful by the verdict alone', () => {
    const total = linesOf(flip(1), flip(2)).find((line) => line.startsWith('all'));
    expect(total).toMatch(/; of the right 2 harmful by the verdict alone, whose rows don't keep the classes$/);
    const [one] = flip(3).transforms;
    const broken = [
      { from: 0, to: 1, outcome: null },
      { from: 2, to: 0, outcome: null },
    ];
    const named = linesOf({ ...flip(3), transforms: [{ ...one, broken }] });
    expect(named.join()).not.toContain('verdict alone');
    expect(named[2]).toMatch(/ {2}open: HorizontalFlip names 2 as 0$/);
  });

  it('keeps runs on other numbers of images apart', () => {
    const lines = linesOf(flip(1), flip(1, { images: 6000 }), flip(1, { images: 300 }));
    expect(lines.filter((line) => line.startsWith('Budget'))).toEqual(['Budget quick', 'Budget quick, 300 images']);
    expect(lines.filter((line) => line.startsWith('all')).map((line) => line.split(/ +/)[1])).toEqual(['2', '1']);
  });
});

describe('the results file', () => {
  const key = { program: 'p', budget: 'quick', set: 'toys', seed: 1 };

  it('keeps whole runs over an interruption in the middle of a line', () => {
    const folder = mkdtempSync(join(tmpdir(), 'truth-results-'));
    try {
      const file = join(folder, 'results.jsonl');
      expect(readRows(file)).toEqual([]);
      appendRow(file, runOf(1, [['Blur', 'safe']]));
      writeFileSync(file, `${readFileSync(file, 'utf8')}{"program":"p","bud`);
      expect(readRows(file).map(({ seed }) => seed)).toEqual([1]);
      appendRow(file, runOf(2, [['Blur', 'safe']]));
      expect(readRows(file).map(({ seed }) => seed)).toEqual([1, 2]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('knows a run by program, budget, set and seed', () => {
    expect(sameRun(runOf(1, []), key)).toBe(true);
    for (const other of [{ program: 'q' }, { budget: 'standard' }, { set: 'others' }, { seed: 2 }]) {
      expect(sameRun(runOf(1, []), { ...key, ...other })).toBe(false);
    }
  });

  it('knows it by its number of images, too, which is 6,000 where a row does not say', () => {
    expect(sameRun(runOf(1, []), { ...key, images: 6000 })).toBe(true);
    expect(sameRun(runOf(1, []), { ...key, images: 300 })).toBe(false);
    expect(sameRun(runOf(1, [], { images: 300 }), { ...key, images: 300 })).toBe(true);
  });
});

it('names the known sets when one is misspelt', () => {
  const sets = [{ name: 'toys' }, { name: 'inks' }];
  expect(chooseSets(sets, 'inks').map(({ name }) => name)).toEqual(['inks']);
  expect(() => chooseSets(sets, 'ink')).toThrow('Known: toys, inks');
});
