import type { Magnitude } from '../../protocol/closing';
import type { Result, TransformResult } from '../../protocol/result';
import { lineChart, type Series } from '../charts/lineChart';
import { aurocScale, linearScale } from '../charts/scale';
import { html, markup, type Html } from '../html';
import { magnitudeInWords, settingValue } from '../words/magnitudes';
import { decimal } from '../words/numbers';
import { magnitudeNumbers } from './magnitudeNumbers';

/** How the evidence grows with the strength of a transform; null where it has none or was not measured. */
export function magnitudeCurve({ name }: TransformResult, { closing, settings }: Result): Html | null {
  const magnitude = closing.magnitudes?.find(({ transform }) => transform === name);
  if (!magnitude || magnitude.steps.length < 2) return null;
  const { steps, setting, safeUpTo } = magnitude;
  const { threshold } = settings;
  const values = steps.map(({ value }) => value);
  const series = seriesOf(magnitude);
  const y = aurocScale(series.flatMap(({ points }) => points.flatMap((one) => [one.y, ...(one.interval ?? [])])));
  const chart = lineChart({
    series,
    x: linearScale([Math.min(...values), Math.max(...values)], spaced(values)),
    y,
    formatX: (value) => settingValue(magnitude, value),
    formatY: (value) => decimal(value, 1),
    levels: [
      { value: 0.5, kind: 'chance' },
      { value: threshold, kind: 'threshold' },
    ],
    ...(safeUpTo !== null && { zone: { x: [values[0], safeUpTo], y: [y.domain[0], threshold] } }),
    height: 150,
    description: `AUROC of ${name} by ${setting}; the numbers are in the table that follows`,
  });
  return html`<div class="magnitude">
    <h4>By strength <span class="quiet">AUROC at each ${setting}</span></h4>
    <p>${magnitudeInWords(magnitude, threshold)}</p>
    <div class="plot">${markup(chart)}</div>
    <p class="quiet note">${legend(magnitude)}</p>
    <details>
      <summary>Show the numbers</summary>
      <div class="scroll" tabindex="0" role="region" aria-label="${name} by strength">
        ${magnitudeNumbers(magnitude)}
      </div>
    </details>
  </div>`;
}

/** What verdicts go by in front, what it was fitted to behind it, and what the task head keeps on the same axis of shares. */
function seriesOf({ steps }: Magnitude): Series[] {
  const agreement = steps.flatMap(({ value, agreement: y }) => (y === null ? [] : [{ x: value, y }]));
  return [
    { name: 'measured', points: steps.map(({ value, probe }) => ({ x: value, y: probe.auroc })), kind: 'faint' },
    ...(agreement.length > 0 ? [{ name: 'same answer', points: agreement, kind: 'dotted' } as const] : []),
    {
      name: 'fit',
      points: steps.map((one) => ({ x: one.value, y: one.fitted, kind: one.verdict, interval: one.fittedInterval })),
      kind: 'plain',
    },
  ];
}

function legend(magnitude: Magnitude): string {
  const { safeUpTo, steps } = magnitude;
  return [
    'Marks: the fit, which may only rise, with its judged interval; verdicts go by it.',
    steps.some(({ agreement }) => agreement !== null) &&
      'Dotted: the share of recognised pictures to which the task head gives the same answer.',
    safeUpTo !== null && `Tinted: the safe zone, below the threshold and up to ${settingValue(magnitude, safeUpTo)}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** The values, ascending, that can be written under the axis without touching: the largest, and each far enough below the next. */
function spaced(values: readonly number[]): number[] {
  const largest = Math.max(...values);
  const room = 0.09 * (largest - Math.min(...values));
  const kept = [largest];
  for (const value of values.toSorted((a, b) => b - a)) if (kept[0] - value >= room) kept.unshift(value);
  return kept;
}
