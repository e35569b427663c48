import { describe, expect, it } from 'vitest';
import { rejudgeTogether } from '../../../src/judge/pairs/rejudgeTogether';
import type { Magnitude, UseEvidence } from '../../../src/protocol/closing';
import { exampleClosing } from '../../fixtures/closing';
import { above, below, between, evidence, labels, soundOne } from '../looks';
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

/** A curve over three strengths that is safe up to one of them. */
function brightness(transform: string, safeUpTo: number): Magnitude {
  const [curve] = exampleClosing([]).magnitudes!;
  return { ...curve, transform, safeUpTo };
}

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

  it('says nothing of pairs with what is not in the set now', () => {
    const transforms = [a, judged('B', 0.7, 'shifting')];
    const without = rejudgeTogether({ pairs, use, magnitudes: null }, transforms, 64_000, settings);
    expect(without.pairs?.pairs).toEqual([]);
    const none = rejudgeTogether({ pairs, use, magnitudes: null }, [], 64_000, settings);
    expect(none.pairs?.pairs).toEqual([]);
  });

  it('removes nothing for a transform that is not safe any more', () => {
    const transforms = [a, judged('B', 0.7, 'shifting')];
    const strict = rejudgeTogether({ pairs, use, magnitudes: null }, transforms, 64_000, {
      ...settings,
      threshold: 0.54,
    });
    expect(strict.pairs?.removed).toEqual([]);
  });

  it('knows nothing of a range that was not measured together', () => {
    const clashing = [pair('A', 'B', 'shifting', { probe: above }), pair('B', 'A', 'shifting', { probe: above })];
    const range = [{ transform: 'B', value: 0.1 }];
    const measured = { pairs: clashing, milder: range, removed: ['B'] };
    const used: UseEvidence = { ...use, transforms: ['A'] };
    const transforms = [a, judged('B', 0.7, 'shifting')];
    const at = (safeUpTo: number) =>
      rejudgeTogether(
        { pairs: measured, use: used, magnitudes: [brightness('B', safeUpTo)] },
        transforms,
        64_000,
        settings,
      );
    expect(at(0.1).pairs?.removed).toEqual(['B']);
    expect(at(0.1).use).not.toBeNull();
    expect(at(0.05).pairs?.removed).toEqual([]);
    // Now B joins, up to 0.05: a use without it is not what is recommended.
    expect(at(0.05).use).toBeNull();
  });

  it('leaves out what was not looked at', () => {
    expect(rejudgeTogether({ pairs: null, use: null, magnitudes: null }, [a, b], 64_000, settings)).toEqual({
      pairs: null,
      use: null,
    });
  });
});
