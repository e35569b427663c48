import type { Magnitude } from '../../protocol/closing';

/** "±0.05", "7 px" */
export function settingValue({ unit, symmetric }: Pick<Magnitude, 'unit' | 'symmetric'>, value: number): string {
  const figure = `${symmetric ? '±' : ''}${Number(value.toPrecision(3))}`;
  return unit === '' || unit === '°' ? `${figure}${unit}` : `${figure} ${unit}`;
}

/** How far a transform may go, in a sentence. */
export function magnitudeInWords(magnitude: Magnitude): string {
  const { setting, safeUpTo, default: judged, steps } = magnitude;
  const at = (value: number): string => settingValue(magnitude, value);
  const largest = Math.max(...steps.map(({ value }) => value));
  if (magnitude.presentations === 0) return screenedInWords(magnitude);
  if (safeUpTo === null) return `At no ${setting} that was measured, from ${at(steps[0].value)} on, is it safe.`;
  if (safeUpTo >= largest) return `Safe at every ${setting} that was measured, up to ${at(largest)}.`;
  const compared = safeUpTo < judged ? `; it was judged with ${at(judged)}` : '';
  return `Safe up to a ${setting} of ${at(safeUpTo)}${compared}.`;
}

/** By image statistics alone, which can only say what shows. */
function screenedInWords(magnitude: Magnitude): string {
  const { setting, steps } = magnitude;
  const seen = steps.find(({ verdict }) => verdict === 'shifting');
  return seen === undefined
    ? `Image statistics alone tell it at no ${setting} that was measured; what is safe needs a trained network.`
    : `Image statistics alone tell it from a ${setting} of ${settingValue(magnitude, seen.value)} on; whether less is safe needs a trained network.`;
}
