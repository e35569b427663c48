import { hundredth } from '../../src/judge/words';
import type { Magnitude } from '../../src/protocol/closing';
import { settingValue } from '../../src/report/words/magnitudes';
import { fill } from './fill';
import { aurocFigure } from './figures';
import { verdictWord } from './vocabulary';
import type { Words } from './words';

/** How far a transform may go, in a sentence. */
export function magnitudeSentence(magnitude: Magnitude, { strings }: Words): string {
  const { setting, safeUpTo, default: judged, steps } = magnitude;
  const at = (value: number): string => settingValue(magnitude, value);
  const largest = Math.max(...steps.map(({ value }) => value));
  if (magnitude.presentations === 0) {
    const seen = steps.find(({ verdict }) => verdict === 'shifting');
    return seen === undefined
      ? fill(strings.magnitudeScreenedNever, setting)
      : fill(strings.magnitudeScreened, setting, at(seen.value));
  }
  if (safeUpTo === null) return fill(strings.magnitudeNever, setting, at(steps[0].value));
  if (safeUpTo >= largest) return fill(strings.magnitudeAlways, setting, at(largest));
  return safeUpTo < judged
    ? fill(strings.magnitudeUpToJudged, setting, at(safeUpTo), at(judged))
    : fill(strings.magnitudeUpTo, setting, at(safeUpTo));
}

/** What was found at one strength, and below it what that rests on: the fit that verdicts go by, pictures and labels. */
export function strengthWords(magnitude: Magnitude, at: number, words: Words): { said: string; figures: string } {
  const { strings, numbers } = words;
  const { value, probe, fitted, fittedInterval, n, agreement, agreementInterval95, verdict } = magnitude.steps[at];
  const share = (one: number): string => numbers.share(one);
  const figures = [
    aurocFigure({ auroc: fitted, intervalJudged: fittedInterval }, n, words),
    numbers.auroc(fitted) === numbers.auroc(probe.auroc)
      ? ''
      : fill(strings.magnitudeFitted, numbers.auroc(probe.auroc)),
    agreement === null || agreementInterval95 === null
      ? ''
      : fill(strings.figureKept, share(agreement), numbers.range(agreementInterval95, share)),
    magnitude.presentations > 0 && value === magnitude.default ? strings.magnitudeAsJudged : '',
  ];
  return {
    said: fill(
      strings.magnitudeStep,
      magnitude.setting,
      settingValue(magnitude, value),
      hundredth(fitted),
      strings[verdictWord[verdict]],
    ),
    figures: figures.filter((one) => one !== '').join(' '),
  };
}
