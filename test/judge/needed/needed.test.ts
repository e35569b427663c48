import { describe, expect, it } from 'vitest';
import { judgedAuroc } from '../../../src/judge/aurocInterval';
import { needed, type NeededOptions } from '../../../src/judge/needed/needed';
import type { Evidence } from '../../../src/protocol/evidence';
import { exampleControls } from '../../fixtures/closing';
import { below, between, brokenOne, evidence, labels, soundOne } from '../looks';

/** Of 1,500 images 500 are judged; an AUROC measured on them. */
const probed = (auroc: number, judging = 500): Evidence => {
  const probe = judgedAuroc({ auroc, standardError: 0.02 * Math.sqrt(500 / judging), n: judging }, 3.4);
  const found = evidence(probe);
  return { ...found, alone: { ...found.alone, n: judging } };
};
const dataset = { images: 1500, notSampled: 0, judging: 500, classes: ['left', 'right'] };
const ask = (options: Partial<NeededOptions>) =>
  needed({
    verdict: 'undecided',
    reasonCode: 'across-threshold',
    evidence: probed(0.56),
    rule: 'interval',
    threshold: 0.6,
    dataset,
    presentations: 64_000,
    slope: null,
    controls: exampleControls,
    lacksControls: false,
    ...options,
  });

describe('needed/needed', () => {
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

  it('says where they are when a sample left them out', () => {
    const sampled = ask({ dataset: { ...dataset, notSampled: 5000 } });
    expect(sampled?.sentence).toBe(
      'You need about 2,900 more images. The folder holds them: raise --max-images to about 4,400.',
    );
    expect(ask({ dataset: { ...dataset, notSampled: 2000 } })?.sentence).toBe('You need about 2,900 more images.');
  });

  it('asks for enough to plant marks on, too, where fewer would leave the threshold', () => {
    const unmarked = { controls: null, lacksControls: true, dataset: { ...dataset, images: 200, judging: 66 } };
    const evidence = probed(0.46, 66);
    expect(ask({ ...unmarked, evidence, lacksControls: false })?.images).toBeLessThan(640);
    expect(ask({ ...unmarked, evidence })).toMatchObject({
      images: 640,
      sentence: expect.stringContaining('set aside'),
    });
    expect(ask({ ...unmarked, evidence: probed(0.74, 66) })?.images).toBeLessThan(640);
    expect(ask({ ...unmarked, evidence: probed(0.599, 66) })?.sentence).toMatch(/^No number of images settles it/);
  });

  it('asks for no images to plant marks on where the transform is told anyway, or changes nothing', () => {
    const unmarked = { controls: null, lacksControls: true, presentations: 16_000 };
    const told = evidence(between(0.7, 0.95));
    expect(ask({ ...unmarked, reasonCode: 'once-only', evidence: told })).toMatchObject({ images: null });
    const idle = { ...told, alone: { ...told.alone, changed: 0 } };
    expect(ask({ ...unmarked, reasonCode: 'too-early', evidence: idle })).toEqual({
      images: null,
      presentations: 64_000,
      sentence: 'A run of 64,000 presentations would probably settle it.',
    });
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

  it('counts that only some are recognised, and that only some get the outcome that breaks', () => {
    // A third each of 60 held-out pictures, of which 16 are recognised and all change: 30 recognised ones in all are wanted.
    const turns = ['90°', '180°', '270°'].map((outcome) => brokenOne({ outcome, of: 20, n: 16, changed: 16 }));
    const seen = evidence(below, { labels: labels(turns) });
    const found = ask({ reasonCode: 'too-few-labels', evidence: seen, dataset: { ...dataset, judging: 500 } });
    // 14 more recognised ones of one outcome are 53 held out, or 158 images.
    expect(found?.sentence).toBe('You need about 160 more images of each of: “left”.');
  });

  it('asks for no pictures of a class that the task head does not know, nor where it is not sure', () => {
    const weak = evidence(below, { labels: labels([brokenOne({ of: 100, n: 20, changed: 15 })]) });
    const doubtful = evidence(below, { labels: labels([brokenOne({ confidenceChanged: 0.7 })]) });
    for (const seen of [weak, doubtful]) {
      expect(ask({ reasonCode: 'labels-change', evidence: seen })).toMatchObject({
        images: null,
        sentence: expect.stringContaining('where it makes the task head surer'),
      });
    }
  });

  it('asks for pictures where most labels hold, but too few were looked at to say so', () => {
    const seen = evidence(below, { labels: labels([], { n: 32, agreement: 0.66, interval95: [0.48, 0.8] }) });
    const found = ask({ reasonCode: 'labels-change', evidence: seen });
    expect(found?.sentence).toMatch(/^You need about \d+ more images, to show that most labels hold\.$/);
    expect(found?.images).toBeGreaterThan(100);
  });

  it('asks for the rest of a run that was stopped before it measured all held-out pictures', () => {
    for (const reasonCode of ['across-threshold', 'too-early', 'too-few-labels'] as const) {
      expect(ask({ reasonCode, evidence: probed(0.55, 250) })).toEqual({
        images: null,
        presentations: null,
        sentence: 'The end of this run measures all 500 held-out pictures: resume it first.',
      });
    }
  });

  it('asks for a longer run where training is missing, and for both where both are', () => {
    expect(ask({ reasonCode: 'too-early', evidence: probed(0.5), presentations: 16_000 })).toEqual({
      images: null,
      presentations: 64_000,
      sentence: 'A run of 64,000 presentations would probably settle it.',
    });
    expect(ask({ reasonCode: 'too-early', presentations: 16_000 })).toEqual({
      images: 2900,
      presentations: 64_000,
      sentence: 'You need about 2,900 more images, and a run of 64,000 presentations.',
    });
    const small = { ...dataset, images: 600, judging: 200 };
    const unmarked = { dataset: small, controls: null, lacksControls: true, presentations: 16_000 };
    expect(ask({ reasonCode: 'too-early', evidence: probed(0.5, 200), ...unmarked })?.sentence).toBe(
      'You need about 240 more images, so that some can be set aside to find out what the detector sees, and a run of 64,000 presentations.',
    );
  });

  it('asks for a longer run where what is told creeps across the threshold', () => {
    expect(ask({ evidence: probed(0.59), slope: 0.05 })).toMatchObject({ presentations: 256_000 });
    expect(ask({ evidence: probed(0.59), slope: 0.01 })).toMatchObject({ presentations: null });
    expect(ask({ evidence: probed(0.59), slope: -0.04 })).toMatchObject({ presentations: null });
  });

  it('asks for no pictures where the rule has no interval', () => {
    expect(ask({ reasonCode: 'too-early', rule: 'paper', presentations: 16_000 })).toMatchObject({
      images: null,
      presentations: 64_000,
    });
  });

  it('asks for enough images to plant marks on', () => {
    const without = { controls: null, lacksControls: true };
    const few = { ...dataset, images: 200, judging: 66 };
    expect(ask({ reasonCode: 'not-sensitive', ...without, dataset: few })).toMatchObject({
      images: 640,
      sentence: expect.stringContaining('set aside'),
    });
    expect(ask({ reasonCode: 'not-sensitive', ...without })?.sentence).toContain('no copies of others');
    expect(ask({ reasonCode: 'not-sensitive' })).toMatchObject({ images: null, presentations: 128_000 });
  });

  it('asks for more where a mark is told, but on too few pictures to be sure', () => {
    const seenOn = (n: number) => {
      const rung = {
        ...exampleControls.appearance.rungs[0],
        auroc: judgedAuroc({ auroc: 0.85, standardError: 0.5 / Math.sqrt(n), n }, 3.4),
        n,
      };
      return { ...exampleControls.appearance, rungs: [{ ...rung, strength: 8 }], required: 8 };
    };
    const controls = { ...exampleControls, orientation: seenOn(400), appearance: seenOn(40) };
    const found = ask({ reasonCode: 'not-sensitive', controls });
    expect(found?.images).toBeGreaterThan(0);
    expect(found?.sentence).toContain('so that a mark can be shown to be seen');
  });
});
