import type { ClassLabelEvidence } from '../../protocol/evidence';
import type { Result, TransformResult } from '../../protocol/result';
import { barRow, type RowAxis } from '../charts/rowChart';
import { linearScale } from '../charts/scale';
import { html, markup, type Html } from '../html';
import { range, share } from '../words/numbers';

const axis: RowAxis = { scale: linearScale([0, 1]), lines: [{ value: 0.5, kind: 'threshold' }] };

/** Which classes change under a transform, the most changed first; open only where labels break. Null without label evidence. */
export function classTable({ name, verdict, evidence }: TransformResult, { dataset }: Result): Html | null {
  const rate = ({ changed, n }: ClassLabelEvidence): number => changed / n;
  const rows = (evidence.labels?.perClass ?? []).filter(({ n }) => n > 0).sort((a, b) => rate(b) - rate(a));
  if (rows.length === 0) return null;
  const [most] = rows;
  const { classes } = dataset;
  return html`<details class="classes" ${verdict === 'harmful' && 'open'}>
    <summary>
      Labels, class by class
      <span class="quiet"
        >most changed: ${classes[most.class]}${most.outcome && ` at ${most.outcome}`}, ${percent(rate(most))}</span
      >
    </summary>
    <table class="class-table">
      <caption class="visually-hidden">
        Pictures that the task head recognises clean and puts into another class under ${name}; the line marks one half
      </caption>
      <thead>
        <tr>
          <th scope="col">Class</th>
          <th scope="col" class="chart-cell"><span class="visually-hidden">Chart</span></th>
          <th scope="col" class="number-cell">Changed</th>
          <th scope="col">Mostly to</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((one) => row(one, classes))}
      </tbody>
    </table>
  </details>`;
}

function row(
  { class: index, outcome, n, changed, became, intervalJudged }: ClassLabelEvidence,
  classes: readonly string[],
): Html {
  const spoken = `${changed} of ${n} change class, interval ${range(intervalJudged, percent)}`;
  const bar = barRow(axis, { from: 0, to: changed / n, interval: intervalJudged }, spoken);
  return html`<tr>
    <th scope="row">${classes[index]}${outcome && html` <span class="quiet">${outcome}</span>`}</th>
    <td class="chart-cell">${markup(bar)}</td>
    <td class="number-cell">${percent(changed / n)} <span class="quiet">of ${n}</span></td>
    <td>${became && html`${classes[became.class]} <span class="quiet">${became.count}</span>`}</td>
  </tr>`;
}

function percent(value: number): string {
  return share(value, 0);
}
