import type { Verdict } from '../../protocol/vocabulary';
import { verdictIcon } from '../charts/mark';
import { html, markup, type Html } from '../html';
import { verdictWords } from '../words/verdicts';

/** Shape, word and colour of a verdict. */
export function badge(verdict: Verdict): Html {
  return html`<span class="badge badge-${verdict}"
    >${markup(verdictIcon(verdict))} ${verdictWords[verdict].title}</span
  >`;
}
