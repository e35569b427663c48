import { axisRow, type RowAxis } from '../charts/rowChart';
import { html, markup, type Content, type Html } from '../html';
import { decimal } from '../words/numbers';

export interface AurocTable {
  readonly title: string;
  readonly pictures: number;
  /** What the rows are named by, read out only. */
  readonly rowsNamed: string;
  readonly axis: RowAxis;
  readonly rows: Content;
}

/** Rows of a name, a mark on a shared axis, and the AUROC, below the axis. */
export function aurocTable({ title, pictures, rowsNamed, axis, rows }: AurocTable): Html {
  return html`<table class="observers">
    <caption>
      ${title}
      <span class="quiet">AUROC over ${pictures} pictures a side</span>
    </caption>
    <thead>
      <tr>
        <th scope="col"><span class="visually-hidden">${rowsNamed}</span></th>
        <th scope="col" class="chart-cell">
          ${markup(axisRow(axis, (tick) => decimal(tick, 1)))}<span class="visually-hidden">Chart</span>
        </th>
        <th scope="col"><span class="visually-hidden">AUROC</span></th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}
