import type { Magnitude } from '../../protocol/closing';
import type { Result, TransformResult } from '../../protocol/result';
import { lineChart } from '../charts/lineChart';
import { aurocScale, linearScale } from '../charts/scale';
import { html, markup, type Html } from '../html';
import { magnitudeInWords, settingValue } from '../words/magnitudes';
import { auroc, decimal, range, share } from '../words/numbers';

/** How the evidence grows with the strength of a transform; null where it has none or was not measured. */
export function magnitudeCurve({ name }: TransformResult, { closing, settings }: Result): Html | null {
  const magnitude = closing.magnitudes?.find(({ transform }) => transform === name);
  if (!magnitude || magnitude.steps.length < 2) return null;
  const { steps, setting } = magnitude;
  const values = steps.map(({ value }) => value);
  const chart = lineChart({
    series: [
      {
        name: '',
        points: steps.map(({ value, probe, verdict }) => ({ x: value, y: probe.auroc, kind: verdict })),
        kind: 'plain',
      },
    ],
    x: linearScale([Math.min(...values), Math.max(...values)], spaced(values)),
    y: aurocScale(steps.map(({ probe }) => probe.auroc)),
    formatX: (value) => settingValue(magnitude, value),
    formatY: (value) => decimal(value, 1),
    levels: [
      { value: 0.5, kind: 'chance' },
      { value: settings.threshold, kind: 'threshold' },
    ],
    height: 150,
    description: `AUROC of ${name} by ${setting}; the numbers are in the table that follows`,
  });
  return html`<div class="magnitude">
    <h4>By strength <span class="quiet">AUROC at each ${setting}</span></h4>
    <p>${magnitudeInWords(magnitude)}</p>
    <div class="plot">${markup(chart)}</div>
    <details>
      <summary>Show the numbers</summary>
      ${numbers(magnitude)}
    </details>
  </div>`;
}

function numbers(magnitude: Magnitude): Html {
  return html`<table class="plain-table">
    <thead>
      <tr>
        <th scope="col">${magnitude.setting}</th>
        <th scope="col" class="number-cell">AUROC</th>
        <th scope="col">Judged interval</th>
        <th scope="col" class="number-cell">Labels kept</th>
        <th scope="col">Verdict</th>
      </tr>
    </thead>
    <tbody>
      ${magnitude.steps.map(
        (step) =>
          html`<tr>
            <th scope="row">${settingValue(magnitude, step.value)}</th>
            <td class="number-cell">${auroc(step.probe.auroc)}</td>
            <td>${range(step.probe.intervalJudged, auroc)}</td>
            <td class="number-cell">${step.agreement === null ? '–' : share(step.agreement)}</td>
            <td>${step.verdict}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** The values, ascending, that can be written under the axis without touching: the largest, and each far enough below the next. */
function spaced(values: readonly number[]): number[] {
  const largest = Math.max(...values);
  const room = 0.09 * (largest - Math.min(...values));
  const kept = [largest];
  for (const value of values.toSorted((a, b) => b - a)) if (kept[0] - value >= room) kept.unshift(value);
  return kept;
}
