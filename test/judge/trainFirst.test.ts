import { describe, expect, it } from 'vitest';
import { doubtfulClasses, trainFirst } from '../../src/judge/trainFirst';
import { below, brokenOne, evidence, labels, soundOne } from './looks';

const of = (name: string, rows: Parameters<typeof labels>[0], verdict: 'shifting' | 'harmful' = 'shifting') => ({
  name,
  verdict,
  evidence: evidence(below, { labels: labels(rows) }),
});
/** 17 of 32: more than half, as chance has it in one of many classes. */
const few = brokenOne({ of: 60, n: 32, changed: 17, intervalJudged: [0.3, 0.75] });

describe('trainFirst', () => {
  it('tells what changes for certain from what few pictures leave open', () => {
    expect(doubtfulClasses(labels([brokenOne({}), soundOne]))).toEqual({ broken: [0], open: [] });
    expect(doubtfulClasses(labels([few, soundOne]))).toEqual({ broken: [], open: [0] });
    expect(doubtfulClasses(null)).toEqual({ broken: [], open: [] });
  });

  it('leaves out what seems to break labels, and keeps what few pictures leave open', () => {
    const sound = of('Blur', [soundOne]);
    expect(trainFirst([sound, of('RandomCrop', [few, soundOne])], 'classification')).toBe('all but the harmful ones');
    expect(trainFirst([sound, of('ToGray', [brokenOne({}), soundOne])], 'classification')).toBe(
      'all but the harmful ones and ToGray, whose labels seem to break, too',
    );
    const harmful = of('ToGray', [brokenOne({}), soundOne], 'harmful');
    expect(trainFirst([sound, harmful], 'classification')).toBe('all but the harmful ones');
  });

  it('promises no harmful ones where labels were not checked', () => {
    expect(trainFirst([of('Blur', [soundOne])], 'none')).toMatch(/cannot change a label/);
  });
});
