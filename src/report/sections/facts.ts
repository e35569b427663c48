import { html, type Content, type Html } from '../html';

/** Names and values as a definition list; facts without a value are left out. */
export function facts(entries: readonly (readonly [name: string, value: Content])[]): Html {
  const known = entries.filter(([, value]) => value !== null && value !== undefined && value !== false && value !== '');
  return html`<dl class="facts">
    ${known.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}
