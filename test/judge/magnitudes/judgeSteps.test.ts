import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeSteps, type JudgeStepsSettings, type MeasuredStep } from '../../../src/judge/magnitudes/judgeSteps';
import { rejudgeMagnitudes } from '../../../src/judge/magnitudes/rejudgeMagnitudes';
import { safeUpTo } from '../../../src/judge/magnitudes/safeUpTo';
import type { Magnitude } from '../../../src/protocol/closing';
import type { Auroc } from '../../../src/protocol/evidence';
import type { Verdict } from '../../../src/protocol/vocabulary';
import { exampleControls } from '../../fixtures/closing';
import { above, across, below, between, brokenOne, labels, soundOne } from '../looks';

const settings: JudgeStepsSettings = {
  threshold: 0.6,
  task: 'classification',
  classes: ['left', 'right'],
  asked: true,
  controls: exampleControls,
  presentations: 64_000,
};
const holding = labels([soundOne, { ...soundOne, class: 1 }]);
const breaking = labels([brokenOne(), { ...soundOne, class: 1 }]);
const step = (probe: Auroc, replaced: Partial<MeasuredStep> = {}): MeasuredStep => ({
  probe,
  labels: holding,
  n: 1000,
  ...replaced,
});
const verdicts = (steps: readonly MeasuredStep[], changed: Partial<JudgeStepsSettings> = {}): Verdict[] =>
  judgeSteps('RandomBrightness', steps, { ...settings, ...changed }).map(({ verdict }) => verdict);

describe('judgeSteps', () => {
  it('judges by the threshold, like a transform', () => {
    expect(verdicts([step(below), step(across), step(above)])).toEqual(['safe', 'undecided', 'shifting']);
  });

  it('settles a milder step by a stronger one that is safe, and a stronger one by a milder that is not', () => {
    expect(verdicts([step(between(0.5, 0.63)), step(below)])).toEqual(['safe', 'safe']);
    expect(verdicts([step(above), step(between(0.56, 0.72))])).toEqual(['shifting', 'shifting']);
  });

  it('believes each for itself when a milder step is told and a stronger one is not', () => {
    const steps = [step(above), step(below)];
    expect(verdicts(steps)).toEqual(['shifting', 'safe']);
  });

  it('fits AUROCs that never fall', () => {
    const fitted = judgeSteps('Blur', [step(between(0.5, 0.6)), step(between(0.48, 0.58)), step(above)], settings);
    expect(fitted.map((one) => one.fitted)).toEqual([0.54, 0.54, 0.675].map((value) => expect.closeTo(value, 9)));
  });

  it('says of labels what the rule says: harmful where they break, undecided where they are too few', () => {
    expect(verdicts([step(below), step(below, { labels: breaking })])).toEqual(['safe', 'harmful']);
    expect(verdicts([step(below, { labels: null })])).toEqual(['undecided']);
    expect(verdicts([step(below, { labels: labels([soundOne], { n: 12 }) })])).toEqual(['undecided']);
    expect(verdicts([step(below, { labels: null })], { task: 'none' })).toEqual(['safe']);
  });

  it('calls nothing safe too early, nor without a detector that could have seen it', () => {
    const { appearance, orientation, negative } = exampleControls;
    const blind = { ...appearance, rungs: appearance.rungs.map((rung) => ({ ...rung, auroc: between(0.45, 0.55) })) };
    expect(verdicts([step(below)], { presentations: 32_000 })).toEqual(['undecided']);
    expect(verdicts([step(below)], { controls: { appearance: blind, orientation, negative } })).toEqual(['undecided']);
    expect(verdicts([step(below)], { controls: null })).toEqual(['undecided']);
    expect(verdicts([step(below)], { controls: null, asked: false })).toEqual(['safe']);
    expect(verdicts([step(above)], { controls: null })).toEqual(['shifting']);
  });

  it('gives the default the verdict of the transform', () => {
    expect(verdicts([step(below), step(below, { judged: 'undecided' })])).toEqual(['safe', 'undecided']);
  });
});

describe('safeUpTo', () => {
  const upTo = (...said: Verdict[]): number | null =>
    safeUpTo(said.map((verdict, i) => ({ value: (i + 1) / 10, verdict })));

  it('is the last step before the first that is not safe', () => {
    expect(upTo('safe', 'safe', 'shifting')).toBe(0.2);
    expect(upTo('safe', 'safe')).toBe(0.2);
    expect(upTo('safe', 'undecided', 'safe')).toBe(0.1);
    expect(upTo('safe', 'harmful', 'safe')).toBe(0.1);
  });

  it('is null where the mildest is not safe, whatever comes after', () => {
    expect(upTo('undecided', 'safe', 'safe')).toBeNull();
    expect(upTo()).toBeNull();
  });

  it('never lies beyond a step that is not safe', () => {
    const said = fc.array(fc.constantFrom<Verdict>('safe', 'shifting', 'harmful', 'undecided'), { maxLength: 8 });
    fc.assert(
      fc.property(said, (all) => {
        const largest = safeUpTo(all.map((verdict, value) => ({ value, verdict })));
        const within = all.slice(0, largest === null ? 0 : largest + 1);
        expect(within.every((verdict) => verdict === 'safe')).toBe(true);
        expect(all[within.length]).not.toBe('safe');
      }),
    );
  });
});

describe('rejudgeMagnitudes', () => {
  const measured = [step(below), step(between(0.5, 0.58)), step(above, { judged: 'shifting' })];
  const judged = judgeSteps('RandomBrightness', measured, settings);
  const magnitude: Magnitude = {
    transform: 'RandomBrightness',
    setting: 'brightness_limit',
    unit: '',
    symmetric: true,
    presentations: 64_000,
    default: 0.2,
    safeUpTo: 0.1,
    steps: [0.05, 0.1, 0.2].map((value, i) => ({
      value,
      params: {},
      probe: measured[i].probe,
      ...judged[i],
      agreement: null,
      agreementInterval95: null,
      n: 1000,
      pictures: [],
    })),
  };
  const again = (threshold: number, ofDefault: Verdict) => {
    const options = { asked: true, controls: exampleControls, threshold };
    return rejudgeMagnitudes([magnitude], new Map([['RandomBrightness', ofDefault]]), options)[0];
  };

  it('gives the same under the same threshold', () => {
    expect(again(0.6, 'shifting')).toEqual(magnitude);
  });

  it('leaves to image statistics what they said before training, whatever the network says since', () => {
    const screened = { ...magnitude, presentations: 0 };
    const options = { asked: true, controls: exampleControls, threshold: 0.75 };
    const verdicts = new Map<string, Verdict>([['RandomBrightness', 'harmful']]);
    expect(rejudgeMagnitudes([screened], verdicts, options)[0].steps.at(-1)?.verdict).not.toBe('harmful');
  });

  it('moves the safe range with the threshold, and takes the default from the transform', () => {
    expect(again(0.56, 'shifting').safeUpTo).toBe(0.05);
    expect(again(0.5, 'shifting').safeUpTo).toBeNull();
    expect(again(0.75, 'safe').safeUpTo).toBe(0.2);
  });
});
