import type { Closing, UseEvidence } from '../../protocol/closing';
import type { Result } from '../../protocol/result';
import { html, type Html } from '../html';
import { list, plural } from '../words/numbers';
import { oneAtATime, unsafeUse } from '../words/use';
import { badge } from './badge';
import { pairTable } from './pairTable';

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
  return `${title}: ${plural(use.subsetSize, 'transform')} of ${list(use.transforms)}, each with probability ${use.p}; ${plural(use.n, 'picture')} a side. ${use.reason}${instead}`;
}
