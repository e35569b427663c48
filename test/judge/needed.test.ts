import { describe, expect, it } from 'vitest';
import { judgedAuroc } from '../../src/judge/aurocInterval';
import { needed, type NeededOptions } from '../../src/judge/needed';
import type { Evidence } from '../../src/protocol/evidence';
import { below, brokenOne, evidence, labels, soundOne } from './looks';

/** Of 1,500 images 500 are judged; an AUROC measured on them. */
const probed = (auroc: number, judging = 500): Evidence => {
  const probe = judgedAuroc({ auroc, standardError: 0.02 * Math.sqrt(500 / judging), n: judging }, 3.4);
  const found = evidence(probe);
  return { ...found, alone: { ...found.alone, n: judging } };
};
const dataset = { images: 1500, judging: 500, classes: ['left', 'right'] };
const ask = (options: Partial<NeededOptions>) =>
  needed({
    verdict: 'undecided',
    reasonCode: 'across-threshold',
    evidence: probed(0.56),
    threshold: 0.6,
    dataset,
    presentations: null,
    ...options,
  });

describe('needed', () => {
  it('is nothing for what is settled', () => {
    expect(ask({ verdict: 'safe', reasonCode: 'below-threshold' })).toBeNull();
    expect(ask({ verdict: 'harmful', reasonCode: 'labels-change' })).toBeNull();
  });

  it('says how many more images, three for one that is judged', () => {
    const found = ask({});
    expect(found).toMatchObject({ presentations: null, sentence: 'You need about 2,900 more images.' });
    expect(found?.images).toBe(2900);
    expect(ask({ evidence: probed(0.54) })?.images).toBe(420);
  });

  it('promises nothing that 2,000 judged pictures cannot hold', () => {
    const found = ask({ evidence: probed(0.597) });
    expect(found?.images).toBeNull();
    expect(found?.sentence).toMatch(/^No number of images settles it: at 60 of 100 pairs .* 2,000 pictures/);
    const full = ask({
      evidence: probed(0.59, 2000),
      dataset: { ...dataset, images: 20_000, judging: 2000 },
    });
    expect(full?.images).toBeNull();
  });

  it('asks for recognised pictures where labels could not be checked', () => {
    const few = ask({
      reasonCode: 'too-few-labels',
      evidence: evidence(below, { labels: labels([soundOne], { n: 20 }) }),
    });
    expect(few).toMatchObject({ images: 750, sentence: expect.stringContaining('recognised') });
    const none = evidence(below, { labels: labels([], { n: 0 }) });
    expect(ask({ reasonCode: 'too-few-labels', evidence: none })?.images).toBeNull();
  });

  it('asks for pictures of the classes that seem to break', () => {
    const suspected = evidence(below, { labels: labels([brokenOne({ n: 15, changed: 13 })]) });
    const found = ask({ reasonCode: 'too-few-labels', evidence: suspected });
    expect(found?.sentence).toMatch(/^You need about \d+ more images of each of: “left”\.$/);
    // At least 15 more recognised ones, of which a third are judged.
    expect(found?.images).toBeGreaterThanOrEqual(45);
    expect(found?.images).toBeLessThan(200);
  });

  it('asks for a longer run where training is missing, and for both where both are', () => {
    expect(ask({ reasonCode: 'too-early', evidence: probed(0.5), presentations: 64_000 })).toEqual({
      images: null,
      presentations: 64_000,
      sentence: 'A run of 64,000 presentations would probably settle it.',
    });
    expect(ask({ reasonCode: 'too-early', presentations: 64_000 })).toEqual({
      images: 2900,
      presentations: 64_000,
      sentence: 'You need about 2,900 more images, and a run of 64,000 presentations.',
    });
  });

  it('asks for enough images to plant marks on', () => {
    expect(ask({ reasonCode: 'not-sensitive', dataset: { ...dataset, images: 200, judging: 66 } })).toMatchObject({
      images: 520,
      sentence: expect.stringContaining('set aside'),
    });
    expect(ask({ reasonCode: 'not-sensitive', presentations: 256_000 })).toMatchObject({
      images: null,
      presentations: 256_000,
    });
  });
});
