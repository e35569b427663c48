import { mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { movesAcrossSeeds } from '../../../bench/truth/acrossSeeds';
import { chooseSets } from '../../../bench/truth/chooseSets';
import { rowOf } from '../../../bench/truth/learnSet';
import { appendRow, readRows } from '../../../bench/truth/resultsFile';
import { type RunRow, sameRun } from '../../../bench/truth/runRow';
import { scoreRun } from '../../../bench/truth/score';
import { tableLines } from '../../../bench/truth/table';
import { harmful, safe, shifting, type Truth } from '../../../bench/truth/truth';
import type { Result, TransformResult } from '../../../src/protocol/result';
import type { Verdict } from '../../../src/protocol/vocabulary';
import { below, brokenOne, evidence, labels, soundOne } from '../../judge/looks';

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

describe('scoring what a harmful transform is said to break', () => {
  const swapped = { from: 0, to: 1, outcome: null };
  const scored = (broken: RunRow['transforms'][number]['broken'], known: Truth = truth.HorizontalFlip) => {
    const row = runOf(1, [['HorizontalFlip', 'harmful']]);
    const [flip] = row.transforms;
    const kept = broken === undefined ? flip : { ...flip, broken };
    const { right, wrong } = scoreRun({ ...row, transforms: [kept] }, { HorizontalFlip: known });
    return [...right, ...wrong];
  };

  it('is right where the class that breaks is named with what it becomes, whatever else breaks', () => {
    expect(scored([swapped])).toEqual(['HorizontalFlip']);
    expect(scored([{ from: 1, to: 0, outcome: null }, swapped])).toEqual(['HorizontalFlip']);
  });

  it('is wrong where another class is named, or it is said to become another', () => {
    expect(scored([{ from: 1, to: 0, outcome: null }])).toEqual([
      'HorizontalFlip harmful, but names 1 as 0, not 0 as 1',
    ]);
    expect(scored([{ from: 0, to: 2, outcome: null }])).toEqual([
      'HorizontalFlip harmful, but names 0 as 2, not 0 as 1',
    ]);
    expect(scored([])).toEqual(['HorizontalFlip harmful, but names nothing, not 0 as 1']);
  });

  it('looks at the outcome that breaks', () => {
    const turned = harmful('It turns.', { ...swapped, outcome: '180°' });
    expect(scored([{ ...swapped, outcome: '180°' }], turned)).toEqual(['HorizontalFlip']);
    expect(scored([{ ...swapped, outcome: '90°' }], turned)).toEqual([
      'HorizontalFlip harmful, but names 0 as 1 (90°), not 0 as 1 (180°)',
    ]);
  });

  it('goes by the verdict where rows don’t keep what was named, or where it is not known what breaks', () => {
    expect(scored(undefined)).toEqual(['HorizontalFlip']);
    expect(scored([], { is: ['harmful'], because: 'Known from elsewhere.' })).toEqual(['HorizontalFlip']);
  });
});

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
