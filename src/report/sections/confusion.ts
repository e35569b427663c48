import { rarelySure } from '../../judge/families/explainDisagreement';
import type { Result } from '../../protocol/result';
import { html, type Html } from '../html';
import { auroc, plural, range, share } from '../words/numbers';

const shades = 8;

/** Which transforms explain each other away: families as wholes, where the rules disagree, and which head fires on what. */
export function confusion({ closing: { families }, settings: { pool } }: Result): Html | null {
  if (families === null) return null;
  return html`<section id="families" aria-labelledby="families-title">
    <h2 id="families-title">Look-alikes</h2>
    <ul class="measure">
      ${families.families.map(
        ({ family, auroc: { auroc: value, intervalJudged }, n }) =>
          html`<li>
            Some transform of the family ${family}, whichever: told from clean at AUROC ${auroc(value)}
            (${range(intervalJudged, auroc)}, ${plural(n, 'picture')} a side).
          </li>`,
      )}
      ${families.explanations.map(({ sentence }) => html`<li>${sentence}</li>`)}
      ${families.explanations.some(({ reason }) => reason === 'rarely-sure') ? html`<li>${rarelySure}</li>` : null}
    </ul>
    <details>
      <summary>Which head fires when only one transform was applied</summary>
      <div class="scroll" tabindex="0" role="region" aria-label="Confusion of the heads">
        <table class="confusion">
          <caption class="quiet">
            Columns: the transform applied. Rows: the head that fires. Over ${families.n} pictures each.
          </caption>
          <thead>
            <tr>
              <th scope="col"><span class="visually-hidden">Head</span></th>
              ${pool.map((name) => html`<th scope="col"><span>${name}</span></th>`)}
            </tr>
          </thead>
          <tbody>
            ${pool.map(
              (head, s) =>
                html`<tr>
                  <th scope="row">${head}</th>
                  ${families.fires[s].map(
                    (rate) => html`<td class="heat-${Math.round(shades * rate)}">${share(rate, 0)}</td>`,
                  )}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  </section>`;
}
