import { presentationsBeforeSafe } from '../../judge/rules/enoughTraining';
import { count } from '../../judge/words';
import type { Result, TransformResult } from '../../protocol/result';
import { axisRow, emptyRow } from '../charts/rowChart';
import type { ReportExtras } from '../extras';
import { html, markup, type Html } from '../html';
import { decimal } from '../words/numbers';
import { inShort, verdictWords } from '../words/verdicts';
import type { VerdictGroup } from '../words/groups';
import { tableColumns, type TableColumn } from './tableColumns';
import { anchorOf } from './anchor';
import { badge } from './badge';

/** One row per transform under its verdict; the axis and its lines run through all rows. */
export function verdictTable(groups: readonly VerdictGroup[], result: Result, extras: ReportExtras): Html {
  const columns = tableColumns(result, extras);
  return html`<section id="verdicts" aria-labelledby="verdicts-title">
    <h2 id="verdicts-title">Verdicts</h2>
    <table class="verdict-table" role="table">
      <caption>
        ${caption(result)}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader" class="name-cell">Transform</th>
          <th scope="col" role="columnheader" class="verdict-cell">Verdict</th>
          ${columns.map(head)}
        </tr>
      </thead>
      ${groups.map((each) => group(each, columns))}
    </table>
  </section>`;
}

function caption({ settings, transforms, presentations }: Result): string {
  const cut = decimal(settings.threshold, 2);
  const rule =
    settings.rule === 'interval'
      ? `Safe: wholly below the threshold ${cut}, and labels hold. Shifting: wholly above. Across it: undecided.`
      : `These verdicts follow the paper's rule; the line shows the threshold ${cut} of the interval rule.`;
  const early =
    presentations < presentationsBeforeSafe
      ? ` Nothing is called safe before ${count(presentationsBeforeSafe)} presentations.`
      : '';
  const seen = presentations > 0 ? 'the detector' : 'image statistics';
  const labelled = transforms.some(({ evidence }) => evidence.labels !== null)
    ? ' Accuracy is lost on what is merely harder, too: labels that break, or may, are named transform by transform.'
    : '';
  return `Can ${seen} tell the transformed picture from the clean one? Marks are AUROCs (0.5 is guessing), bars their 95 % intervals over all ${transforms.length} transforms and all looks at once. ${rule}${early}${labelled}`;
}

function head({ title, className, axis, format }: TableColumn): Html {
  return html`<th scope="col" role="columnheader" class="${className}">
    <span class="column-title">${title}</span>${axis && format && markup(axisRow(axis, format))}
  </th>`;
}

function group({ verdict, members }: VerdictGroup, columns: readonly TableColumn[]): Html {
  const { title } = verdictWords[verdict];
  const labelled = members.some(({ evidence }) => evidence.labels !== null);
  const unlined = columns.findIndex(({ axis }) => axis);
  return html`<tbody role="rowgroup" class="group group-${verdict}">
    <tr role="row" class="group-row">
      <th scope="rowgroup" role="rowheader" colspan="${2 + unlined}">
        <strong>${title} ${members.length}</strong> <span class="quiet">${inShort(verdict, labelled)}</span>
      </th>
      ${columns.slice(unlined).map(({ axis, className }) => html`<td role="cell" class="${className}">${axis && markup(emptyRow(axis))}</td>`)}
    </tr>
    ${members.map((member) => row(member, columns))}
  </tbody>`;
}

function row(transform: TransformResult, columns: readonly TableColumn[]): Html {
  const { name, verdict, reasonCode } = transform;
  return html`<tr role="row" class="transform-row">
    <th scope="row" role="rowheader" class="name-cell"><a href="#${anchorOf(name)}">${name}</a></th>
    <td role="cell" class="verdict-cell">
      ${badge(verdict)}${reasonCode === 'no-effect' && html`<span class="quiet note">no effect here</span>`}
    </td>
    ${columns.map(({ className, cell }) => html`<td role="cell" class="${className}">${cell(transform)}</td>`)}
  </tr>`;
}
