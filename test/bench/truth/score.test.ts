import { describe, expect, it } from 'vitest';
import type { BrokenRow } from '../../../bench/truth/runRow';
import { type Score, scoreRun } from '../../../bench/truth/score';
import { truthSets } from '../../../bench/truth/sets';
import { harmful, swapped, type Truth } from '../../../bench/truth/truth';
import { createPool } from '../../../src/augment/pool';
import { runOf, truth } from './runOf';

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
      byVerdictAlone: ['HorizontalFlip'],
      open: [],
    });
  });
});

describe('scoring what a harmful transform is said to break', () => {
  const there = { from: 0, to: 1, outcome: null };
  const back = { from: 1, to: 0, outcome: null };
  const open = { from: 2, to: 0, outcome: null };
  const score = (broken?: readonly BrokenRow[], known: Truth = truth.HorizontalFlip): Score => {
    const row = runOf(1, [['HorizontalFlip', 'harmful']]);
    const [flip] = row.transforms;
    const transforms = [broken === undefined ? flip : { ...flip, broken }];
    return scoreRun({ ...row, transforms }, { HorizontalFlip: known });
  };
  const scored = (...options: Parameters<typeof score>): string[] => {
    const { right, wrong } = score(...options);
    return [...right, ...wrong];
  };

  it('is right where one true break is named, or all', () => {
    for (const broken of [[there], [back], [there, back]]) expect(scored(broken)).toEqual(['HorizontalFlip']);
  });

  it('is wrong where an innocent class is named, also beside a true break', () => {
    expect(scored([there, { from: 2, to: 1, outcome: null }])).toEqual(['HorizontalFlip harmful, but names 2 as 1']);
    expect(scored([there, { from: 0, to: 2, outcome: null }])).toEqual(['HorizontalFlip harmful, but names 0 as 2']);
  });

  it('is wrong where no true break is named', () => {
    const missing = "HorizontalFlip harmful, but doesn't name 0 as 1 and 1 as 0";
    expect(scored([])).toEqual([missing]);
    expect(scored([open])).toEqual([missing]);
  });

  it('looks at the outcome that breaks', () => {
    const turned = harmful('It turns.', swapped(0, 1, ['180°']));
    expect(scored([{ ...there, outcome: '180°' }], turned)).toEqual(['HorizontalFlip']);
    expect(scored([{ ...there, outcome: '90°' }], turned)).toEqual(['HorizontalFlip harmful, but names 0 as 1 (90°)']);
  });

  it('lists what is named of which the drawing says nothing', () => {
    expect(score([there, open])).toMatchObject({ right: ['HorizontalFlip'], open: ['HorizontalFlip names 2 as 0'] });
    expect(score([there]).open).toEqual([]);
  });

  it('goes by the verdict where rows don’t keep what was named, and lists these apart', () => {
    expect(score()).toMatchObject({ right: ['HorizontalFlip'], byVerdictAlone: ['HorizontalFlip'] });
    expect(score([there]).byVerdictAlone).toEqual([]);
  });

  it('goes by the verdict where it is not known what breaks', () => {
    const known: Truth = { is: ['harmful'], because: 'Known from elsewhere.' };
    expect(score([there], known)).toMatchObject({ right: ['HorizontalFlip'], byVerdictAlone: [] });
  });
});

it('knows both ways in which flips and turns swap labels', () => {
  const breaksOf = (set: string, name: string): string[] =>
    (truthSets.find((one) => one.name === set)?.truth[name].breaks ?? []).map(
      ({ from, to, outcome }) => `${from}→${to} ${outcome}`,
    );
  expect(breaksOf('arrows', 'HorizontalFlip')).toEqual(['0→1 null', '1→0 null']);
  expect(breaksOf('arrows', 'RandomRotate90')).toEqual(['0→1 180°', '1→0 180°']);
  expect(breaksOf('stripes', 'Transpose')).toEqual(['0→1 null', '1→0 null']);
  expect(breaksOf('stripes', 'RandomRotate90')).toEqual(['0→1 90°', '1→0 90°', '0→1 270°', '1→0 270°']);
});

it('knows the classes and the outcomes of every break of the drawn sets', () => {
  const pool = new Map(createPool({ profile: 'modern', size: 20 }).map((transform) => [transform.name, transform]));
  for (const { classes, truth: claims } of truthSets) {
    for (const [name, { breaks = [], open = [] }] of Object.entries(claims)) {
      for (const { from, to, outcome } of [...breaks, ...open]) {
        expect([...classes.keys()].filter((index) => index === from || index === to)).toHaveLength(2);
        expect(pool.get(name)?.outcomes ?? [null]).toContain(outcome);
      }
    }
  }
});
