import { describe, expect, it } from 'vitest';
import { explainDisagreement, type JudgedByBoth } from '../../../src/judge/families/explainDisagreement';
import type { HeadFires } from '../../../src/judge/families/sibling';
import { between, evidence } from '../looks';

const heads = (...fired: number[]): HeadFires[] =>
  fired.map((transformed) => ({ transformed, onlyTransformed: transformed, onlyClean: 0, n: 1000 }));

function judged(name: string, verdicts: JudgedByBoth['verdicts'], auroc = 0.87, z = 0): JudgedByBoth {
  return { name, verdicts, evidence: evidence(between(auroc - 0.01, auroc + 0.01), { z }) };
}

const transpose = judged('Transpose', { interval: 'shifting', paper: 'other' });

describe('explainDisagreement', () => {
  it('names the sibling that explains a transform away', () => {
    const turned = judged('RandomRotate90', { interval: 'shifting', paper: 'safe' });
    expect(explainDisagreement([turned, transpose], 0, heads(20, 310))).toEqual({
      transform: 'RandomRotate90',
      sibling: 'Transpose',
      reason: 'sibling',
      sentence:
        "RandomRotate90 is safe by the paper's rule only because Transpose explains it away: turned pictures alone are recognised in 87 of 100 pairs, but its own head fires on 2 % of them and that of Transpose on 31 %.",
    });
  });

  it('claims no more than a part where the sibling fires on few', () => {
    const turned = judged('RandomRotate90', { interval: 'shifting', paper: 'safe' });
    const told = explainDisagreement([turned, transpose], 0, heads(0, 80));
    expect(told).toMatchObject({ sibling: 'Transpose', reason: 'rarely-sure' });
    expect(told?.sentence).toContain(
      'its own head fires on 0 % of them. Transpose explains a part of it: its head fires on 8 % of them',
    );
    expect(told?.sentence).not.toContain('only because');
  });

  it('says honestly when no other head does', () => {
    const turned = judged('RandomRotate90', { interval: 'shifting', paper: 'safe' });
    const told = explainDisagreement([turned, transpose], 0, heads(20, 0));
    expect(told).toMatchObject({ sibling: null, reason: 'rarely-sure' });
    expect(told?.sentence).toContain('No look-alike explains it: its own head fires on 2 % of them');
    expect(told?.sentence).not.toContain('Transpose');
  });

  it('blames no sibling for labels that the paper does not look at', () => {
    const mirrored = judged('HorizontalFlip', { interval: 'harmful', paper: 'safe' }, 0.5);
    const told = explainDisagreement([mirrored, transpose], 0, heads(20, 310));
    expect(told).toMatchObject({ sibling: null, reason: 'labels' });
    expect(told?.sentence).toContain('does not look at labels, and they break');
  });

  it('says why the paper would drop what alone cannot be told', () => {
    const gamma = judged('RandomGamma', { interval: 'safe', paper: 'other' }, 0.52, 2.4);
    expect(explainDisagreement([gamma, transpose], 0, heads(20, 310))).toMatchObject({
      sibling: null,
      reason: 'within-subsets',
    });
    expect(explainDisagreement([gamma, transpose], 0, heads(20, 310))?.sentence).toMatch(
      /z = 2\.4.*gamma-changed pictures alone are recognised in 52 of 100 pairs, where chance is 50/,
    );
  });

  it('says nothing where the groups agree or one rule is undecided', () => {
    const agreeing: JudgedByBoth['verdicts'][] = [
      { interval: 'safe', paper: 'safe' },
      { interval: 'shifting', paper: 'other' },
      { interval: 'harmful', paper: 'other' },
      { interval: 'undecided', paper: 'safe' },
      { interval: 'shifting', paper: 'undecided' },
    ];
    for (const verdicts of agreeing) {
      expect(explainDisagreement([judged('Blur', verdicts), transpose], 0, heads(20, 310))).toBeNull();
    }
  });
});
