import type { EvaluationSummary, Result } from '../../protocol/result';
import { lineChart, type Series } from '../charts/lineChart';
import { aurocScale, presentationsScale } from '../charts/scale';
import { html, markup, type Html } from '../html';
import { auroc, decimal, plural, range, shortCount } from '../words/numbers';

/** Has the evidence settled? The probe's AUROC of every transform from look to look; null with fewer than two looks. */
export function evidenceCurve({ history, transforms, settings }: Result): Html | null {
  if (history.length < 2) return null;
  const looks = history.map(({ presentations }) => presentations);
  const series = transforms.map(({ name, verdict }): Series => {
    const points = history.flatMap(({ presentations, transforms: then }) =>
      then.filter((one) => one.name === name).map((one) => ({ x: presentations, y: one.probe, kind: one.verdict })),
    );
    return { name, points, kind: verdict };
  });
  const chart = lineChart({
    series,
    x: presentationsScale(looks),
    y: aurocScale(series.flatMap(({ points }) => points.map(({ y }) => y))),
    formatX: lookName,
    formatY: (value) => decimal(value, 1),
    levels: [
      { value: 0.5, kind: 'chance' },
      { value: settings.threshold, kind: 'threshold' },
    ],
    looks,
    height: 320,
    description: `AUROC of ${plural(series.length, 'transform')} at ${plural(looks.length, 'look')}; the numbers are in the table that follows`,
  });
  return html`<figure class="curve curve-wide">
    <figcaption>
      <h3>Has the evidence settled?</h3>
      <p class="quiet">
        AUROC at each look, by image presentations. Marks show the verdict of that look: circle safe, ring undecided,
        triangle shifting, square harmful. A line that still rises at the right edge may go on rising.
      </p>
    </figcaption>
    <div class="plot">${markup(chart)}</div>
    <details>
      <summary>Show the numbers</summary>
      <div class="scroll" tabindex="0" role="region" aria-label="AUROC at each look">${numbers(history)}</div>
      <p class="quiet note">With the 95 % interval of one transform at one look; verdicts go by wider, judged ones.</p>
    </details>
  </figure>`;
}

function lookName(presentations: number): string {
  return presentations === 0 ? 'screening' : shortCount(presentations);
}

function numbers(history: readonly EvaluationSummary[]): Html {
  const names = history[history.length - 1].transforms.map(({ name }) => name);
  return html`<table class="plain-table dense-table">
    <thead>
      <tr>
        <th scope="col">Transform</th>
        ${history.map(({ presentations }) => html`<th scope="col" class="number-cell">${lookName(presentations)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${names.map(
        (name) =>
          html`<tr>
            <th scope="row">${name}</th>
            ${history.map(({ transforms }) => {
              const then = transforms.find((one) => one.name === name);
              return html`<td class="number-cell">
                ${
                  then &&
                  html`${auroc(then.probe)} <span class="quiet">${range(then.interval95, auroc)} ${then.verdict}</span>`
                }
              </td>`;
            })}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
