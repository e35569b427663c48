import { setText } from '../dom/element';
import { custom } from './custom';

/** A small number in a badge. */
export function createBadge(): { readonly element: HTMLElement; update(value: number | string): void } {
  const made = custom('vscode-badge');
  return { element: made, update: (value) => setText(made, String(value)) };
}
