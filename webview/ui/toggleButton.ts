import { setAttribute } from '../dom/element';
import { custom } from './custom';

export interface ToggleButton {
  readonly element: HTMLElement;
  update(pressed: boolean): void;
}

/** A button that stays pressed, around any content. */
export function createToggleButton(content: readonly Node[], onToggle: () => void): ToggleButton {
  const made = custom('vscode-button', { appearance: 'secondary', class: 'toggle' }, ...content);
  made.addEventListener('click', onToggle);
  return {
    element: made,
    update: (pressed) => setAttribute(made, 'aria-pressed', String(pressed)),
  };
}
