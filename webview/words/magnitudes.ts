import type { Magnitude } from '../../src/protocol/closing';
import { settingValue } from '../../src/report/words/magnitudes';
import { fill } from './fill';
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
