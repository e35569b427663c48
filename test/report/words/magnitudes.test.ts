import { describe, expect, it } from 'vitest';
import type { Magnitude, MagnitudeStep } from '../../../src/protocol/closing';
import { magnitudeInWords } from '../../../src/report/words/magnitudes';
import { closedResult } from '../../fixtures/result';

const [brightness, blur] = closedResult().closing.magnitudes!;
const said = (magnitude: Magnitude): string => magnitudeInWords(magnitude, 0.6);
const withSteps = (change: (step: MagnitudeStep, index: number) => Partial<MagnitudeStep>): Magnitude => ({
  ...brightness,
  safeUpTo: null,
  steps: brightness.steps.map((step, i) => ({ ...step, ...change(step, i) })),
});

it('says up to where it is safe, and with what it was judged', () => {
  expect(said(brightness)).toBe('Safe up to a brightness_limit of ±0.05; it was judged with ±0.2.');
});

describe('safe at no strength', () => {
  it('is told even at the mildest', () => {
    expect(said(blur)).toBe('At no blur_limit that was measured is it safe: it is told even at 3 px.');
  });

  it('is undecided up to where it is told', () => {
    const open = withSteps(({ verdict }, i) => ({
      verdict: i < 3 ? 'undecided' : verdict,
      fittedInterval: [0.5, 0.7],
    }));
    expect(said(open)).toBe(
      'Not shown to be safe from the mildest brightness_limit on: undecided from ±0.02 to ±0.1, shifting at ±0.2.',
    );
  });

  it('is undecided throughout, though the AUROC would allow it: controls or labels are missing', () => {
    const fittedInterval = [0.48, 0.55] as const;
    const blind = withSteps(() => ({ verdict: 'undecided', fittedInterval }));
    expect(said(blind)).toContain('seen to be unsafe at none');
    expect(said(blind)).toContain('The AUROC would allow it: the detector was not shown to see enough');
    expect(said(blind)).not.toContain('is it safe');
    const doubted = withSteps(() => ({ verdict: 'undecided', fittedInterval, verdictBelow: 'undecided' }));
    expect(said(doubted)).toContain('The AUROC would allow it: labels or too little training');
  });
});
