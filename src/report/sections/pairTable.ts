import { count } from '../../judge/words';
import type { PairEvidence } from '../../protocol/closing';
import type { LabelEvidence } from '../../protocol/evidence';
import { html, type Content, type Html } from '../html';
import { auroc, list, pictures, plural, points, range, share } from '../words/numbers';
import { badge } from './badge';

/** Every pair in both orders, the most visible first; open where some pair is not safe. */
export function pairTable(pairs: readonly PairEvidence[], removed: readonly string[]): Html {
  const on = pictures(pairs.map(({ n }) => n));
  const unsafe = pairs.filter(({ verdict }) => verdict !== 'safe');
  const summary: Content =
    unsafe.length === 0
      ? html`All ${pairs.length} ordered pairs within the safe set are safe (${on} a side).`
      : html`${unsafe.length} of ${plural(pairs.length, 'ordered pair')} not shown to be
        safe${removed.length > 0 ? html`; ${list(removed)} left the safe set for it, the fewest that resolve it` : ''}
        (${on} a side).`;
  const labelled = pairs.some(({ labels }) => labels !== null);
  const worstFirst = [...pairs].sort((a, b) => b.probe.auroc - a.probe.auroc);
  return html`<p class="measure">${summary}</p>
    <details ${unsafe.length > 0 && 'open'}>
      <summary>Pair by pair</summary>
      <div class="scroll" tabindex="0" role="region" aria-label="Pairs">
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">First, then second</th>
              <th scope="col">Verdict</th>
              <th scope="col" class="number-cell">AUROC</th>
              <th scope="col">Judged interval</th>
              ${
                labelled &&
                html`<th scope="col">Same answer</th>
                  <th scope="col">Harder by, points</th>`
              }
            </tr>
          </thead>
          <tbody>
            ${worstFirst.map(
              ({ transforms, verdict, probe, labels }) =>
                html`<tr>
                  <th scope="row">${transforms[0]}, then ${transforms[1]}</th>
                  <td>${badge(verdict)}</td>
                  <td class="number-cell">${auroc(probe.auroc)}</td>
                  <td>${range(probe.intervalJudged, auroc)}</td>
                  ${labelled && labelCells(labels)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
}

function labelCells(labels: LabelEvidence | null): Html {
  if (labels === null)
    return html`<td>–</td>
      <td>–</td>`;
  const { agreement, interval95, n, drop, dropInterval95 } = labels;
  return html`<td>${share(agreement)} <span class="quiet">${range(interval95, share)}, of ${count(n)}</span></td>
    <td>${points(drop)} <span class="quiet">${range(dropInterval95, points)}</span></td>`;
}
