import type { Magnitude, MagnitudeStep } from '../../protocol/closing';

/** "±0.05", "7 px" */
export function settingValue({ unit, symmetric }: Pick<Magnitude, 'unit' | 'symmetric'>, value: number): string {
  const figure = `${symmetric ? '±' : ''}${Number(value.toPrecision(3))}`;
  return unit === '' || unit === '°' ? `${figure}${unit}` : `${figure} ${unit}`;
}

/** How far a transform may go, in a sentence or two. `threshold`: of the verdicts, as an AUROC. */
export function magnitudeInWords(magnitude: Magnitude, threshold: number): string {
  const { setting, safeUpTo, default: judged, steps } = magnitude;
  const at = (value: number): string => settingValue(magnitude, value);
  const largest = Math.max(...steps.map(({ value }) => value));
  if (magnitude.presentations === 0) return screenedInWords(magnitude);
  if (safeUpTo === null) return unsafeInWords(magnitude, threshold);
  if (safeUpTo >= largest) return `Safe at every ${setting} that was measured, up to ${at(largest)}.`;
  const compared = safeUpTo < judged ? `; it was judged with ${at(judged)}` : '';
  return `Safe up to a ${setting} of ${at(safeUpTo)}${compared}.`;
}

/** Safe at no strength: seen even at the mildest, or only not settled there. */
function unsafeInWords(magnitude: Magnitude, threshold: number): string {
  const { setting, steps } = magnitude;
  const at = (value: number): string => settingValue(magnitude, value);
  const [mildest] = steps;
  if (mildest.verdict === 'shifting' || mildest.verdict === 'harmful') {
    const why = mildest.verdict === 'shifting' ? 'it is told' : 'it breaks labels';
    return `At no ${setting} that was measured is it safe: ${why} even at ${at(mildest.value)}.`;
  }
  const end = steps.findIndex(({ verdict }) => verdict !== 'undecided');
  const open = end < 0 ? steps : steps.slice(0, end);
  const until = open[open.length - 1].value;
  const openAt = open.length === 1 ? `at ${at(until)}` : `from ${at(mildest.value)} to ${at(until)}`;
  const then = end < 0 ? 'seen to be unsafe at none' : `${steps[end].verdict} at ${at(steps[end].value)}`;
  const settled = `Not shown to be safe from the mildest ${setting} on: undecided ${openAt}, ${then}.`;
  return [settled, ...withheld(open, threshold)].join(' ');
}

/** Where the AUROC would allow `safe`, a milder strength or more pictures are not what is missing. */
function withheld(steps: readonly MagnitudeStep[], threshold: number): string[] {
  const below = steps.filter(({ fittedInterval: [, high] }) => high < threshold);
  if (below.length === 0) return [];
  const missing = below.every(({ verdictBelow }) => verdictBelow === 'safe')
    ? 'the detector was not shown to see enough, or a second look is missing'
    : 'labels or too little training stand in the way';
  return [`The AUROC would allow it${below.length < steps.length ? ' at some of these' : ''}: ${missing}.`];
}

/** By image statistics alone, which can only say what shows. */
function screenedInWords(magnitude: Magnitude): string {
  const { setting, steps } = magnitude;
  const seen = steps.find(({ verdict }) => verdict === 'shifting');
  return seen === undefined
    ? `Image statistics alone tell it at no ${setting} that was measured; what is safe needs a trained network.`
    : `Image statistics alone tell it from a ${setting} of ${settingValue(magnitude, seen.value)} on; whether less is safe needs a trained network.`;
}
