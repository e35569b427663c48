import { mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { movesAcrossSeeds } from '../../../bench/truth/acrossSeeds';
import { chooseSets } from '../../../bench/truth/chooseSets';
import { appendRow, readRows } from '../../../bench/truth/resultsFile';
import { type RunRow, sameRun } from '../../../bench/truth/runRow';
import { scoreRun } from '../../../bench/truth/score';
import { tableLines } from '../../../bench/truth/table';
import { harmful, safe, shifting } from '../../../bench/truth/truth';
import type { Verdict } from '../../../src/protocol/vocabulary';

type Look = readonly [name: string, verdict: Verdict, auroc?: number, halfWidth?: number];

function runOf(seed: number, looks: readonly Look[], key: Partial<RunRow> = {}): RunRow {
  return {
    ...{ program: 'p', budget: 'quick', set: 'toys', seed, commit: 'c', threshold: 0.6, judging: 1000 },
    ...{ seconds: 10, trainingSeconds: 6, measuringSeconds: 3 },
    transforms: looks.map(([name, verdict, auroc = 0.5, halfWidth = 0.03]) => ({
      name,
      verdict,
      reasonCode: 'below-threshold',
      auroc,
      intervalJudged: [auroc - halfWidth, auroc + halfWidth] as const,
    })),
    ...key,
  };
}

const truth = {
  Blur: shifting('It blurs.'),
  HorizontalFlip: harmful('It flips.', { from: 0, to: 1, outcome: null }),
  ToGray: safe('It is gray.'),
  Transpose: { is: ['shifting', 'harmful'] as const, because: 'Either.' },
};

describe('scoring a run', () => {
  it('counts right, wrong and undecided, and nothing of which nothing is known', () => {
    const row = runOf(1, [
      ['Blur', 'safe'],
      ['HorizontalFlip', 'harmful'],
      ['ToGray', 'undecided'],
      ['Transpose', 'harmful'],
      ['CLAHE', 'safe'],
    ]);
    expect(scoreRun(row, truth)).toEqual({
      row,
      right: ['HorizontalFlip', 'Transpose'],
      wrong: ['Blur safe, not shifting'],
      undecided: ['ToGray'],
    });
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

  it('never compares different budgets, sets or programs', () => {
    const safeRun = runOf(1, [['Blur', 'safe']]);
    for (const key of [{ budget: 'standard' }, { set: 'others' }, { program: 'q' }]) {
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
  expect(text).toMatch(/all +2 +1 +1 +20 {2}25.0 % undecided/);
  expect(text).toContain('To or from undecided: 1');
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
});

it('names the known sets when one is misspelt', () => {
  const sets = [{ name: 'toys' }, { name: 'inks' }];
  expect(chooseSets(sets, 'inks').map(({ name }) => name)).toEqual(['inks']);
  expect(() => chooseSets(sets, 'ink')).toThrow('Known: toys, inks');
});
