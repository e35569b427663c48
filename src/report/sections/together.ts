import type { Closing, PairEvidence, UseEvidence } from '../../protocol/closing';
import type { Result } from '../../protocol/result';
import { html, type Content, type Html } from '../html';
import { auroc, list, plural, range } from '../words/numbers';
import { oneAtATime, unsafeUse } from '../words/use';
import { badge } from './badge';

/** Safe transforms side by side: the recommended use, and every pair in both orders; null where neither was measured. */
export function together({ closing }: Result): Html | null {
  const { pairs, use } = closing;
  if (pairs === null && use === null) return null;
  return html`<section id="together" aria-labelledby="together-title">
    <h2 id="together-title">Used together</h2>
    ${use && html`<p class="measure">${badge(use.verdict)} ${useInWords(use, closing)}</p>`}
    ${pairs && pairs.pairs.length > 0 && pairTable(pairs.pairs, pairs.removed)}
  </section>`;
}

function useInWords(use: UseEvidence, closing: Closing): string {
  const unsafe = unsafeUse({ closing });
  const title = unsafe === null ? 'The recommended use itself' : 'Not recommended, as it was judged as a whole';
  const instead = unsafe === null ? '' : ` Draw ${oneAtATime}.`;
  return `${title}: ${plural(use.subsetSize, 'transform')} of ${list(use.transforms)}, each with probability ${use.p}. ${use.reason}${instead}`;
}

function pairTable(pairs: readonly PairEvidence[], removed: readonly string[]): Html {
  const unsafe = pairs.filter(({ verdict }) => verdict !== 'safe');
  const summary: Content =
    unsafe.length === 0
      ? html`All ${pairs.length} ordered pairs of the safe transforms are safe.`
      : html`${unsafe.length} of ${plural(pairs.length, 'ordered pair')} not shown to be
        safe${removed.length > 0 ? html`; ${list(removed)} left the safe set for it, the fewest that resolve it` : ''}.`;
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
              <th scope="col" class="number-cell">Pictures</th>
            </tr>
          </thead>
          <tbody>
            ${worstFirst.map(
              ({ transforms, verdict, probe, n }) =>
                html`<tr>
                  <th scope="row">${transforms[0]}, then ${transforms[1]}</th>
                  <td>${badge(verdict)}</td>
                  <td class="number-cell">${auroc(probe.auroc)}</td>
                  <td>${range(probe.intervalJudged, auroc)}</td>
                  <td class="number-cell">${n}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
}
