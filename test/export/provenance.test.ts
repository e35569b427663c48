import { describe, expect, it } from 'vitest';
import { withMilder } from '../../src/export/milder';
import { provenanceOf } from '../../src/export/provenance';
import type { UseEvidence } from '../../src/protocol/closing';
import type { Result } from '../../src/protocol/result';
import type { Verdict } from '../../src/protocol/vocabulary';
import { exampleClosing } from '../fixtures/closing';
import { judgedResult, safePairs } from './judgedResult';
import { withMagnitudes } from './milderResult';

/** Warnings of a result whose recommended use has this verdict; null: not looked at. */
function warnings(verdict: Verdict | null): readonly string[] {
  const result = judgedResult({ safe: ['HorizontalFlip', 'VerticalFlip'] });
  const example = exampleClosing([]).use!;
  const probe = { ...example.probe, auroc: 0.71 };
  const use: UseEvidence | null = verdict && { ...example, verdict, probe };
  return provenanceOf({ ...result, closing: { ...result.closing, use } }).warnings;
}

describe('what is to be known before the recommended use', () => {
  it('is nothing where it was judged safe, and that it was not looked at where it was not', () => {
    expect(warnings('safe')).toEqual([]);
    expect(warnings(null)).toEqual(['The recommended use as a whole was not looked at, only its transforms.']);
  });

  it('is which transforms were not seen in pairs, at the strengths that are exported', () => {
    const flips = ['HorizontalFlip', 'VerticalFlip'];
    const said = (result: Result): readonly string[] => provenanceOf(result).warnings;
    const result = judgedResult({ safe: flips });
    const unseen = 'Not looked at in every pair: HorizontalFlip, VerticalFlip. Each is safe by itself.';
    expect(said({ ...result, closing: { ...result.closing, pairs: null } })).toEqual([unseen]);

    const joined = withMagnitudes(result, { RandomBrightness: 0.05 });
    const pairsAt = (value: number): Result => {
      const milder = [{ transform: 'RandomBrightness', value }];
      const pairs = safePairs([...flips, 'RandomBrightness'], milder);
      return withMilder({ ...joined, closing: { ...joined.closing, pairs } });
    };
    expect(said(pairsAt(0.05)).join(' ')).not.toContain('every pair');
    expect(said(pairsAt(0.1)).join(' ')).toContain(
      'Not looked at in every pair: HorizontalFlip, VerticalFlip, RandomBrightness.',
    );
  });

  it('is its verdict where that is not safe, with the figure or the cause', () => {
    expect(warnings('shifting')).toEqual([
      expect.stringMatching(/^One transform is drawn at a time: 3 at a time, the set is shifting.*in 71 of 100 pairs/),
    ]);
    expect(warnings('harmful')).toEqual([
      expect.stringMatching(/^One transform is drawn at a time: 3 at a time, the set breaks labels/),
    ]);
    expect(warnings('undecided')).toEqual([expect.stringMatching(/could not be settled/)]);
  });
});

describe('what breaks some classes only', () => {
  it('is named with the classes, and with what it would be for the others', () => {
    const result = judgedResult({ safe: ['VerticalFlip'] });
    const transforms = result.transforms.map((one) =>
      one.name === 'HorizontalFlip'
        ? { ...one, verdict: 'harmful' as const, exceptClasses: [3, 8], otherClasses: 'safe' as const }
        : one,
    );
    expect(provenanceOf({ ...result, transforms }).warnings).toEqual([
      'HorizontalFlip is left out: it breaks the labels of Highway, River. For pictures of the other classes it would be safe.',
    ]);
  });
});
