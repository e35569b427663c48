import { describe, expect, it } from 'vitest';
import { rejudgeTogether } from '../../../src/judge/pairs/rejudgeTogether';
import type { UseEvidence } from '../../../src/protocol/closing';
import { below, between, evidence, labels, soundOne } from '../looks';
import { pair } from './pairs';

const settings = { threshold: 0.6, task: 'classification', classes: ['left', 'right'] } as const;
const holding = labels([soundOne, { ...soundOne, class: 1 }]);
const judged = (name: string, reach: number, verdict: 'safe' | 'shifting' = 'safe') => ({
  name,
  verdict,
  evidence: evidence(between(0.49, reach)),
});
const [a, b] = [judged('A', 0.5), judged('B', 0.53)];
const pairs = {
  pairs: [
    pair('A', 'B', 'safe', { probe: between(0.55, 0.59), labels: holding }),
    pair('B', 'A', 'safe', { probe: below, labels: holding }),
  ],
  milder: [],
  removed: [],
};
const use: UseEvidence = {
  transforms: ['A', 'B'],
  milder: [],
  subsetSize: 2,
  p: 0.5,
  verdict: 'safe',
  reasonCode: 'below-threshold',
  reason: '',
  probe: below,
  labels: holding,
  n: 2000,
};

describe('rejudgeTogether', () => {
  it('gives the same verdicts under the same threshold', () => {
    const same = rejudgeTogether({ pairs, use, magnitudes: null }, [a, b], 64_000, settings);
    expect(same.pairs?.pairs.map(({ verdict }) => verdict)).toEqual(['safe', 'safe']);
    expect(same.pairs?.removed).toEqual([]);
    expect(same.use?.verdict).toBe('safe');
  });

  it('removes under a stricter one, and then knows nothing of the use of the rest', () => {
    const strict = rejudgeTogether({ pairs, use, magnitudes: null }, [a, b], 64_000, { ...settings, threshold: 0.54 });
    expect(strict.pairs?.pairs.map(({ verdict }) => verdict)).toEqual(['shifting', 'undecided']);
    expect(strict.pairs?.removed).toEqual(['B']);
    expect(strict.use).toBeNull();
  });

  it('removes nothing for a transform that is not safe any more', () => {
    const transforms = [a, judged('B', 0.7, 'shifting')];
    const strict = rejudgeTogether({ pairs, use, magnitudes: null }, transforms, 64_000, { ...settings, threshold: 0.54 });
    expect(strict.pairs?.removed).toEqual([]);
  });

  it('leaves out what was not looked at', () => {
    expect(rejudgeTogether({ pairs: null, use: null, magnitudes: null }, [a, b], 64_000, settings)).toEqual({ pairs: null, use: null });
  });
});
