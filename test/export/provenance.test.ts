import { describe, expect, it } from 'vitest';
import { provenanceOf } from '../../src/export/provenance';
import type { UseEvidence } from '../../src/protocol/closing';
import type { Verdict } from '../../src/protocol/vocabulary';
import { exampleClosing } from '../fixtures/closing';
import { judgedResult } from './judgedResult';

/** Warnings of a result whose recommended use has this verdict; null: not looked at. */
function warnings(verdict: Verdict | null): readonly string[] {
  const result = judgedResult({ safe: ['HorizontalFlip', 'VerticalFlip'] });
  const example = exampleClosing([]).use!;
  const probe = { ...example.probe, auroc: 0.71 };
  const use: UseEvidence | null = verdict && { ...example, verdict, probe };
  return provenanceOf({ ...result, closing: { ...result.closing, use } }).warnings;
}

describe('what is to be known before the recommended use', () => {
  it('is nothing where it was judged safe, or not looked at', () => {
    expect(warnings('safe')).toEqual([]);
    expect(warnings(null)).toEqual([]);
  });

  it('is its verdict where that is not safe, with the figure or the cause', () => {
    expect(warnings('shifting')).toEqual([expect.stringMatching(/use itself is shifting.*in 71 of 100 pairs/)]);
    expect(warnings('harmful')).toEqual([expect.stringMatching(/use itself is harmful: labels break/)]);
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
