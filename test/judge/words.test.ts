import { describe, expect, it } from 'vitest';
import { brokenClass, count, hundredth, percent, sentence, toldApart } from '../../src/judge/words';
import { brokenOne } from './looks';

describe('words', () => {
  it('tells how often pairs are told apart', () => {
    const auroc = { auroc: 0.5123, interval95: [0.5, 0.52], intervalJudged: [0.482, 0.5391] } as const;
    expect(toldApart('RandomRotate90', auroc)).toBe(
      'told clean from turned in 51 of 100 pairs (judged interval 48.2–53.9); chance is 50',
    );
    expect(toldApart('Posterize', auroc)).toContain('told clean from transformed');
  });

  it('names a class by its number when it has no name', () => {
    expect(brokenClass(brokenOne({ class: 7, n: 1200, changed: 1100, became: null }), [])).toBe(
      'of 1,200 recognised pictures of “7”, 1,100 become another class',
    );
  });

  it('rounds without claiming all or nothing', () => {
    expect([0, 0.0001, 0.004, 0.5, 0.996, 0.99999, 1].map(hundredth)).toEqual([
      '0',
      '0.1',
      '0.4',
      '50',
      '99.6',
      '99.9',
      '100',
    ]);
    expect(percent(0.256)).toBe('26 %');
    expect([0, 999, 1000, 1234567].map(count)).toEqual(['0', '999', '1,000', '1,234,567']);
  });

  it('makes sentences of the parts that say something', () => {
    expect(sentence('one thing', '', 'another')).toBe('One thing. Another.');
  });
});
