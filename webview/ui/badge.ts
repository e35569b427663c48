import { element, setText } from '../dom/element';

/**
 * A small number in a badge. The toolkit's own writes a style attribute, which the page's policy refuses; this one has its
 * looks from the style sheet.
 */
export function createBadge(): { readonly element: HTMLElement; update(value: number | string): void } {
  const made = element('span', { class: 'count-badge' });
  return { element: made, update: (value) => setText(made, String(value)) };
}
