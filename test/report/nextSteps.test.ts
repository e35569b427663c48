import { describe, expect, it } from 'vitest';
import type { UseEvidence } from '../../src/protocol/closing';
import type { Needed, Result } from '../../src/protocol/result';
import { nextSteps } from '../../src/report/sections/nextSteps';
import { exampleResult } from '../fixtures/result';
import { exampleClosing } from '../fixtures/closing';
import { elementsOf } from './markup';

const result = exampleResult();
const closing = exampleClosing(result.settings.pool);
const said = (replaced: Partial<Result> = {}): string =>
  elementsOf(nextSteps({ ...result, ...replaced }).toString())[0].text;
const undecidedWith = (needed: Needed): Partial<Result> => ({
  transforms: result.transforms.map((one) => ({ ...one, needed: one.verdict === 'undecided' ? needed : null })),
});

describe('what to do now', () => {
  it('speaks of the set that is exported, smaller ranges included', () => {
    const { safeSet } = result;
    expect(said()).toContain(`${safeSet.length} transforms of the set and apply`);
    const use = { subsetSize: 3, p: 0.5 };
    const pairs = { pairs: [], milder: [], removed: [] };
    const joined = said({ use, closing: { ...closing, pairs, use: null } });
    expect(joined).toContain(
      `draw 3 of the ${safeSet.length + 1} transforms of the set (RandomBrightness in the smaller range that is safe)`,
    );
  });

  it('leaves out nothing that is in the set in a smaller range', () => {
    const transforms = result.transforms.map((one) =>
      one.name === 'RandomBrightness' ? { ...one, verdict: 'undecided' as const, needed: null } : one,
    );
    const pairs = { pairs: [], milder: [], removed: [] };
    expect(said({ transforms, closing: { ...closing, pairs, use: null } })).not.toMatch(
      /Leave out[^.]*RandomBrightness/,
    );
    expect(said({ transforms })).toMatch(/Leave out[^.]*RandomBrightness/);
  });

  it('recommends no use that was not safe as a whole', () => {
    const use: UseEvidence = { ...closing.use!, verdict: 'shifting' };
    const text = said({ closing: { ...result.closing, use } });
    expect(text).toContain('Draw at most one of them on a picture');
    expect(text).toContain('they are shifting');
    expect(text).not.toContain('For each picture draw');
  });

  it('names the run that would decide, and promises none where training is not what is missing', () => {
    const longer = undecidedWith({ images: null, presentations: 256_000, sentence: '' });
    expect(said(longer)).toContain('until a run of 256,000 presentations decides (safe-aug learn … --budget thorough)');
    const odd = undecidedWith({ images: null, presentations: 1_024_000, sentence: '' });
    expect(said(odd)).toContain('--presentations 1024000');
    expect(said(undecidedWith({ images: 200, presentations: null, sentence: '' }))).toContain(
      'until more images decide, about 200 more.',
    );
    expect(said(undecidedWith({ images: 200, presentations: 64_000, sentence: '' }))).toContain(
      'about 200 more, and a run of 64,000 presentations (safe-aug learn … --budget quick).',
    );
    const neither = said(undecidedWith({ images: null, presentations: null, sentence: '' }));
    expect(neither).not.toContain('safe-aug learn');
    expect(neither).toContain('what stands in the way is said below');
  });
});
