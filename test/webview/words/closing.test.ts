import { describe, expect, it } from 'vitest';
import type { FileTest } from '../../../src/protocol/result';
import { facts } from '../../../webview/words/facts';
import { fileFinding } from '../../../webview/words/files';
import { strengthWords } from '../../../webview/words/magnitudes';
import { auroc } from '../../fixtures/evidence';
import { situations } from '../harness/runs';
import { sentencesOf, tell, words, type Told } from '../harness/transforms';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('the strengths in words', () => {
  const [brightness] = tell('RandomBrightness', situations.closed()).judged.closing.magnitudes!;

  it('are the fitted figure, its judged interval, pictures and labels', () => {
    const { said, figures } = strengthWords(brightness, 1, words);
    expect(said).toBe('brightness_limit ±0.05: told in 54 of 100 pairs, safe.');
    expect(plain(figures)).toBe(
      'AUROC 0.540, judged interval 0.517 to 0.563, on 1,000 pictures a side. Of the recognised pictures the task head keeps the class of 98.0 % (97.0 % to 98.5 %).',
    );
  });

  it('say what was measured where the fit moved it, and which strength was judged', () => {
    const steps = brightness.steps.map((step, i) => (i === 3 ? { ...step, fitted: 0.7 } : step));
    const { said, figures } = strengthWords({ ...brightness, steps }, 3, words);
    expect(said).toContain('told in 70 of 100 pairs, shifting');
    expect(figures).toContain('AUROC 0.700');
    expect(figures).toContain('Measured alone it reads 0.720;');
    expect(figures).toContain('the strength that it was judged with');
    expect(strengthWords(brightness, 1, words).figures).not.toMatch(/Measured alone|judged with/);
  });
});

describe('what files give away', () => {
  const test = (raw: number, hidden: number, fileTrace: boolean): FileTest => ({
    name: 'column parity',
    transform: 'HorizontalFlip',
    channel: 'Y',
    unguarded: auroc(raw),
    guarded: auroc(hidden),
    n: 2000,
    fileTrace,
  });
  const withTests = (fileTests: readonly FileTest[]): Told => {
    const state = situations.finished();
    const evaluations = state.evaluations.map((one) => ({ ...one, fileTests }));
    return tell('HorizontalFlip', { ...state, evaluations });
  };
  const stays = withTests([test(0.9, 0.8, false)]);

  it('is a trace, nothing, or seen hidden or not', () => {
    expect([test(0.9, 0.5, true), test(0.5, 0.5, false), test(0.9, 0.8, false)].map(fileFinding)).toEqual([
      'fileTraceYes',
      'fileTraceNo',
      'fileTraceStays',
    ]);
    expect(sentencesOf(stays)).toContain(
      'files: A test of the files sees it with the trace hidden, too: AUROC 0.900 on raw pixels, 0.800 hidden (2,000 pictures a side).',
    );
    const fact = facts(stays.state, stays.run, stays.judged, words)[3];
    expect(fact).toMatchObject({
      value: 'Seen, not hidden',
      note: expect.stringMatching(/^HorizontalFlip: in the pic/),
    });
  });

  it('is not the reason for what is seen in the pictures', () => {
    const traced = withTests([test(0.99, 0.5, true)]);
    expect(sentencesOf(traced)).toContain(
      'files: The files alone would give it away: AUROC 0.990 on raw pixels, 0.500 once the trace is hidden on both sides (2,000 pictures a side).',
    );
    const shifting = { ...traced, transform: { ...traced.transform, verdict: 'shifting' as const } };
    expect(sentencesOf(shifting)).toContain('files: The files would give it away, too: AUROC 0.990');
    expect(sentencesOf(shifting)).not.toMatch(/No verdict rests on it/);
  });
});

describe('under another threshold than the run’s own', () => {
  it('what the run wrote by its own says so', () => {
    const sentence = 'Of what gives RandomCrop away, most is blur';
    expect(sentencesOf(tell('RandomCrop', situations.closed()))).toContain(`files: ${sentence}`);
    expect(sentencesOf(tell('RandomCrop', situations.closed(), 0.7))).toContain(
      `files: At the run’s own threshold of 0.60: ${sentence}`,
    );
  });
});

describe('a head that remembers', () => {
  it('is said to where it does clearly better on what it learned from', () => {
    const told = tell('HorizontalFlip', situations.closed());
    const convergence = { training: auroc(0.9), slope: null };
    const findings = { exceptClasses: [], convergence, needed: null };
    const said = sentencesOf({ ...told, transform: { ...told.transform, findings } });
    expect(said).toMatch(/Its head reads 0\.900 \(0\.8\d+ to 0\.9\d+\) on pictures .* by heart/);
    expect(sentencesOf(told)).not.toContain('by heart');
  });
});
