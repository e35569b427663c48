import { describe, expect, it } from 'vitest';
import { judgeTogether } from '../../../src/judge/pairs/judgeTogether';
import { rejudgePairs } from '../../../src/judge/pairs/rejudgePairs';
import type { Auroc, LabelEvidence } from '../../../src/protocol/evidence';
import { above, across, below, between, brokenOne, labels, soundOne } from '../looks';
import { member, pair } from './pairs';

const settings = { threshold: 0.6, task: 'classification', classes: ['left', 'right'] } as const;
const holding = labels([soundOne, { ...soundOne, class: 1 }]);
const breaking = labels([brokenOne(), { ...soundOne, class: 1 }]);
const say = (probe: Auroc, found: LabelEvidence | null, presentations = 64_000) =>
  judgeTogether('A, then B', { probe, labels: found, n: 1000 }, presentations, settings);

describe('judgeTogether', () => {
  it('judges like a single transform: below, above and across the threshold', () => {
    expect(say(below, holding)).toMatchObject({ verdict: 'safe', reasonCode: 'below-threshold' });
    expect(say(above, holding)).toMatchObject({ verdict: 'shifting', reasonCode: 'above-threshold' });
    expect(say(across, holding)).toMatchObject({ verdict: 'undecided', reasonCode: 'across-threshold' });
  });

  it('says harmful of labels that break only together, though looked at once', () => {
    expect(say(below, breaking)).toMatchObject({ verdict: 'harmful', reasonCode: 'labels-change' });
  });

  it('is no sooner sure than of a single transform', () => {
    expect(say(below, holding, 32_000)).toMatchObject({ verdict: 'undecided', reasonCode: 'too-early' });
    expect(say(below, null)).toMatchObject({ verdict: 'undecided', reasonCode: 'too-few-labels' });
  });
});

describe('rejudgePairs', () => {
  const measured = {
    pairs: [
      pair('A', 'B', 'safe', { probe: between(0.55, 0.59), labels: holding }),
      pair('B', 'A', 'safe', { probe: below, labels: holding }),
    ],
    removed: [],
  };

  it('gives the same verdicts under the same threshold, and removes under a stricter one', () => {
    const members = [member('A', 0.5), member('B', 0.53)];
    const same = rejudgePairs(measured, members, 64_000, settings);
    expect(same.pairs.map(({ verdict }) => verdict)).toEqual(['safe', 'safe']);
    expect(same.removed).toEqual([]);
    const strict = rejudgePairs(measured, members, 64_000, { ...settings, threshold: 0.54 });
    expect(strict.pairs.map(({ verdict }) => verdict)).toEqual(['shifting', 'undecided']);
    expect(strict.removed).toEqual(['B']);
  });

  it('removes nothing for a transform that is not safe any more', () => {
    const strict = rejudgePairs(measured, [member('A', 0.5)], 64_000, { ...settings, threshold: 0.54 });
    expect(strict.removed).toEqual([]);
  });
});
