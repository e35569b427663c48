import { describe, expect, it } from 'vitest';
import { judgeTogether } from '../../../src/judge/pairs/judgeTogether';
import type { Auroc, LabelEvidence } from '../../../src/protocol/evidence';
import { above, across, below, brokenOne, labels, soundOne } from '../looks';

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
