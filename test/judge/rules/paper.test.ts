import { describe, expect, it } from 'vitest';
import { paperZ } from '../../../src/judge/paperZ';
import { paperRule } from '../../../src/judge/rules/paper';
import { above, below, evidence, screening } from '../looks';

describe('paperZ', () => {
  it('is (TP − FP)/√(TP + FP) at 4,000 draws and scales with the root of their number', () => {
    expect(paperZ({ truePositives: 30, falsePositives: 6, n: 4000 })).toBeCloseTo(4, 12);
    expect(paperZ({ truePositives: 30, falsePositives: 6, n: 1000 })).toBeCloseTo(8, 12);
    expect(paperZ({ truePositives: 6, falsePositives: 30, n: 4000 })).toBeCloseTo(-4, 12);
  });

  it('is 0 for a head that never fires', () => {
    expect(paperZ({ truePositives: 0, falsePositives: 0, n: 4000 })).toBe(0);
  });
});

describe('the paper rule', () => {
  const look = { name: 'Blur', presentations: 64_000, previous: null };

  it('says safe up to z = 2 and other above, whatever the probe sees', () => {
    for (const probe of [below, above]) {
      expect(paperRule({ ...look, evidence: evidence(probe, { z: 2 }) })).toMatchObject({
        verdict: 'safe',
        reasonCode: 'paper-rule',
      });
      expect(paperRule({ ...look, evidence: evidence(probe, { z: 2.1 }) })).toMatchObject({
        verdict: 'other',
        reasonCode: 'paper-rule',
      });
    }
    expect(paperRule({ ...look, evidence: evidence(below, { z: 2.1 }) }).reason).toBe(
      'Within subsets its own head is right on 87 % of the pictures (87 % without looking) and raises 0.2 % false alarms on clean ones. That is z = 2.1, above 2.',
    );
  });

  it('is undecided before 64,000 presentations and without a network', () => {
    const early = { verdict: 'undecided', reasonCode: 'too-early' };
    expect(paperRule({ ...look, presentations: 32_000, evidence: evidence(below) })).toMatchObject(early);
    expect(paperRule({ ...look, presentations: 0, evidence: screening(above) })).toMatchObject(early);
  });

  it('says no effect of what changes nothing', () => {
    const idle = evidence(below, { changed: 0, z: 5 });
    expect(paperRule({ ...look, evidence: idle })).toMatchObject({ verdict: 'safe', reasonCode: 'no-effect' });
  });
});
