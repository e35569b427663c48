import { describe, expect, it } from 'vitest';
import type { ReasonCode } from '../../../src/protocol/result';
import { panelStrings } from '../../../src/protocol/panelStrings';
import { adviceOf, sentencesOf, tell, type Told } from '../harness/transforms';
import { situations } from '../harness/runs';

/** RandomGamma of the closed run, undecided for another reason. */
function undecided(reasonCode: ReasonCode, reason: string, needed: string | null = null): Told {
  const told = tell('RandomGamma', situations.closed());
  const findings = needed === null ? null : { images: null, presentations: null, sentence: needed };
  const transform = {
    ...told.transform,
    verdict: 'undecided' as const,
    reasonCode,
    reason,
    findings: { exceptClasses: [], convergence: null, needed: findings },
  };
  return { ...told, transform };
}

describe('what is said of a transform that is undecided', () => {
  it('is why, in the judge’s own words, without the figures that were told before', () => {
    const [evaluation] = situations.finished().evaluations.slice(-1);
    const { auroc, intervalJudged } = evaluation.transforms.find(({ name }) => name === 'RandomGamma')!.evidence.alone
      .probe;
    const [low, high] = intervalJudged.map((end) => (100 * end).toFixed(1));
    const told = `Told clean from gamma-changed in ${Math.round(100 * auroc)} of 100 pairs (judged interval ${low}–${high}); chance is 50.`;
    const why = 'The detector does not see a pattern at ±8 gray levels yet, so not seeing the transform says little.';
    expect(sentencesOf(undecided('not-sensitive', `${told} Labels hold. ${why}`)).split('\n')).toContain(
      `wait: Labels hold. ${why}`,
    );
  });

  it.each([
    ['once-only', 'It was below the threshold in one evaluation only; safe is said after two in a row.'],
    ['once-only', 'Labels broke in one evaluation only (harmful is said after two in a row): of 90 …'],
    ['labels-change', 'Only 48 % of 900 recognised pictures keep their class, though none turns into one other.'],
    ['too-few-labels', 'Only 12 held-out pictures are recognised clean, and 30 are needed.'],
  ] as const)('is why for %s, whether anything is known to be needed or not', (code, reason) => {
    expect(sentencesOf(undecided(code, reason))).toContain(`wait: ${reason}`);
    expect(sentencesOf(undecided(code, reason, 'You need 90 more.'))).toContain(`wait: ${reason}`);
  });

  it('is not said twice where the interval says it', () => {
    expect(sentencesOf(tell('RandomGamma', situations.closed()))).not.toContain('wait:');
  });

  it('is what would settle it, with the advice', () => {
    expect(adviceOf(tell('RandomGamma', situations.closed()))).toBe(
      'Treat it as shifting for now. About 900 more images would probably settle it.',
    );
    expect(adviceOf(undecided('once-only', 'Once.', 'A run of 128,000 presentations would probably settle it.'))).toBe(
      `${panelStrings.adviceOnceOnly} A run of 128,000 presentations would probably settle it.`,
    );
  });

  it('is no call for more pictures where labels may change', () => {
    const said = adviceOf(undecided('labels-change', 'Labels may break.'));
    expect(said).toBe(panelStrings.adviceLabelsChange);
    expect(said).not.toMatch(/more/);
  });

  it('speaks of a milder strength only where the transform has one that may be safe', () => {
    const screened = situations.closed();
    const magnitudes = screened.closing.magnitudes!.map((one) => ({ ...one, presentations: 0 }));
    const [brightness] = magnitudes;
    const asGamma = {
      ...screened,
      closing: { ...screened.closing, magnitudes: [{ ...brightness, transform: 'RandomGamma' }] },
    };
    expect(adviceOf(tell('RandomGamma', screened))).not.toMatch(/milder|smaller/);
    expect(
      adviceOf(
        tell('RandomGamma', {
          ...asGamma,
          closing: {
            ...asGamma.closing,
            magnitudes: [
              {
                ...asGamma.closing.magnitudes[0],
                safeUpTo: null,
                steps: brightness.steps.map((step) => ({ ...step, verdictBelow: 'undecided' as const })),
              },
            ],
          },
        }),
      ),
    ).toMatch(/A milder strength may be safe\.$/);
    expect(adviceOf(tell('RandomBrightness', screened))).toMatch(
      /In a smaller range, brightness_limit ±0\.05, it is safe/,
    );
  });
});
