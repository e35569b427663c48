import { describe, expect, it } from 'vitest';
import { togetherSentences } from '../../../src/judge/pairs/words';
import type { UseEvidence } from '../../../src/protocol/closing';
import { below, between } from '../looks';
import { pair } from './pairs';

const use: UseEvidence = {
  transforms: ['A', 'B', 'C'],
  milder: [],
  subsetSize: 3,
  p: 0.5,
  verdict: 'safe',
  reasonCode: 'below-threshold',
  reason: 'Told clean from transformed in 52 of 100 pairs.',
  probe: below,
  labels: null,
  n: 2000,
};

describe('togetherSentences', () => {
  it('says nothing where all is well, and nothing of what was not looked at', () => {
    const pairs = { pairs: [pair('A', 'B', 'safe'), pair('B', 'A', 'safe')], milder: [], removed: [] };
    expect(togetherSentences({ pairs, use }, [])).toEqual([]);
    expect(togetherSentences({ pairs: null, use: null }, [])).toEqual([]);
  });

  it('says what left the safe set, and for which pairs', () => {
    const pairs = {
      pairs: [
        pair('A', 'C', 'shifting', { probe: between(0.7, 0.72) }),
        pair('C', 'A', 'harmful'),
        pair('A', 'B', 'safe'),
      ],
      milder: [],
      removed: ['C'],
    };
    expect(togetherSentences({ pairs, use }, [])).toEqual([
      'C is safe alone but left the safe set, since not every pair with it is: A, then C, is told from clean in 71 of 100 pairs of pictures; C, then A, breaks labels.',
    ]);
  });

  it('counts the pairs that could not be settled, without those of removed transforms', () => {
    const open = ['A', 'B', 'D', 'E'].map((name) => pair(name, 'F', 'undecided'));
    const pairs = { pairs: [...open, pair('A', 'B', 'safe'), pair('A', 'C', 'undecided')], milder: [], removed: ['C'] };
    expect(togetherSentences({ pairs, use }, []).at(-1)).toBe(
      'Of 5 pairs within the safe set 4 could not be settled: A, then F; B, then F; D, then F; and 1 more.',
    );
  });

  it('warns of a use that is not safe, with its reason', () => {
    const [told] = togetherSentences({ pairs: null, use: { ...use, verdict: 'shifting' } }, []);
    expect(told).toMatch(/^The recommended use itself \(3 of the safe set, each with probability 0\.5\) is shifting/);
    expect(told).toContain(use.reason);
    const [open] = togetherSentences({ pairs: null, use: { ...use, verdict: 'undecided' } }, []);
    expect(open).toContain('could not be settled');
  });
});
