import { describe, expect, it } from 'vitest';
import type { FileTest } from '../../../src/protocol/result';
import { facts } from '../../../webview/words/facts';
import { findingWords } from '../../../webview/words/files';
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
  const test = (raw: number, hidden: number, transform = 'HorizontalFlip'): FileTest => ({
    name: 'column parity',
    transform,
    channel: 'Cb',
    unguarded: auroc(raw),
    guarded: auroc(hidden),
    n: 2000,
    fileTrace: hidden < 0.55 && raw > 0.6,
  });
  const withTests = (fileTests: readonly FileTest[], name = 'HorizontalFlip', guard = 3): Told => {
    const state = situations.finished();
    const evaluations = state.evaluations.map((one) => ({ ...one, fileTests }));
    const run = state.run && { ...state.run, settings: { ...state.run.settings, guard } };
    return tell(name, { ...state, run, evaluations });
  };
  const factOf = ({ state, run, judged }: Told) => facts(state, run, judged, words)[3];
  const shifting = (told: Told): string =>
    sentencesOf({ ...told, transform: { ...told.transform, verdict: 'shifting' } });

  it('is a trace, nothing, or seen hidden or not', () => {
    expect([test(0.9, 0.5), test(0.5, 0.5), test(0.9, 0.8)].map((one) => findingWords(one, words))).toEqual([
      'file trace: gone when hidden',
      'no trace',
      'seen hidden or not: in the pictures, or a trace that stays',
    ]);
  });

  it('has its figures: both intervals, the pictures, and the size at which they were read', () => {
    expect(sentencesOf(withTests([test(0.99, 0.5)]))).toMatch(
      /files: The files alone would give it away\. No verdict rests on it\. AUROC 0\.990 \(0\.98\d to 0\.99\d\) as read at 32 px without the guard, 0\.500 \(0\.4\d+ to 0\.5\d+\) with the trace hidden on both sides; 95 % intervals, on 2,000 pictures a side\.\n/,
    );
    expect(sentencesOf(tell('RandomCrop', situations.closed()))).toMatch(
      /AUROC 0\.977 \(judged interval 0\.\d+ to 0\.\d+\) without the step, 0\.620 \(judged interval 0\.\d+ to 0\.\d+\) with it: 0\.357 less \(95 % interval 0\.330 to 0\.380\), on 2,000 pictures a side\./,
    );
  });

  it('is not called hidden where another test still sees it behind the guard', () => {
    const told = withTests(
      [test(0.99, 0.5, 'Transpose'), { ...test(0.98, 0.98, 'Transpose'), name: 'axis of parity' }],
      'Transpose',
    );
    const said = sentencesOf(told);
    expect(said).toContain(
      'files: A test of the files sees it with the trace hidden, too. That lies in the pictures, or in a trace that stays behind the guard; a detector could go by either. Where the detector does tell it, the closing look that shifts both sides by half a pixel says whether by such a trace. AUROC 0.980',
    );
    expect(said).not.toMatch(/No verdict rests|files alone/);
    expect(factOf(told)).toMatchObject({
      value: 'Seen, not hidden',
      note: expect.stringMatching(/^Transpose: in the pic/),
    });
  });

  it('is not the reason for what is seen in the pictures', () => {
    const said = shifting(withTests([test(0.99, 0.5)]));
    expect(said).toContain('files: The files would give it away, too. What it is judged by was seen with the guard');
    expect(said).not.toMatch(/No verdict rests on it/);
  });

  it('may be what verdicts rest on where the guard was off', () => {
    const off = withTests([test(0.99, 0.5), test(0.98, 0.97, 'Transpose')], 'HorizontalFlip', 0);
    const resting = 'The guard was off: its verdict may rest on this.';
    for (const said of [
      sentencesOf(off),
      shifting(off),
      sentencesOf({ ...off, transform: tell('Transpose', off.state).transform }),
    ]) {
      expect(said).toContain(resting);
      expect(said).not.toMatch(/No verdict rests on it|with the guard crop in place/);
    }
    expect(factOf(off)).toMatchObject({
      value: 'Found, not hidden',
      note: 'the guard was off: verdicts on HorizontalFlip and Transpose may rest on files',
    });
    expect(sentencesOf(withTests([test(0.99, 0.5)]))).not.toContain(resting);
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
