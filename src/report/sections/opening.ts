import type { Result } from '../../protocol/result';
import { html, type Html } from '../html';
import { answer, basis, caveats } from '../words/answer';
import { fileName } from '../words/fileName';

const sections = [
  ['verdicts', 'Verdicts'],
  ['next', 'What to do now'],
  ['sensitivity', 'What the detector could see'],
  ['together', 'Used together'],
  ['transforms', 'Transform by transform'],
  ['families', 'Look-alikes'],
  ['curves', 'Curves'],
  ['data', 'Data'],
  ['settings', 'Settings'],
  ['meaning', 'What the verdicts mean'],
  ['cite', 'How to cite'],
] as const;

/** The answer as the page's heading, how it was reached, and what limits it; links to the sections that the page has. */
export function opening(result: Result, hasCurves: boolean): Html {
  const limits = caveats(result);
  const { controls, closing } = result;
  const missing = new Set<string>([
    ...(hasCurves ? [] : ['curves']),
    ...(controls === null ? ['sensitivity'] : []),
    ...(closing.pairs === null && closing.use === null ? ['together'] : []),
    ...(closing.families === null ? ['families'] : []),
  ]);
  return html`<header class="opening">
    <p class="eyebrow">Safe Aug report: ${fileName(result.dataset.path)}</p>
    <h1>${answer(result)}</h1>
    <p class="basis">${basis(result)}</p>
    <nav aria-label="Contents">
      ${sections.filter(([id]) => !missing.has(id)).map(([id, title]) => html`<a href="#${id}">${title}</a> `)}
    </nav>
    ${
      limits.length > 0 &&
      html`<aside class="caveats" aria-labelledby="caveats-title">
        <h2 id="caveats-title">Before you use it</h2>
        <ul>
          ${limits.map((line) => html`<li>${line}</li>`)}
        </ul>
      </aside>`
    }
  </header>`;
}
