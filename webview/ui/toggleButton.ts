import type { Button } from '@vscode/webview-ui-toolkit';
import { custom } from './custom';

export interface ToggleButton {
  readonly element: HTMLElement;
  update(pressed: boolean): void;
}

/** A button that stays pressed, around any content. */
export function createToggleButton(content: readonly Node[], onToggle: () => void): ToggleButton {
  const made = custom('vscode-button', { appearance: 'secondary', class: 'toggle' }, ...content) as Button;
  made.addEventListener('click', onToggle);
  return {
    element: made,
    update: (pressed) => {
      // By property: the toolkit's button does not hear of attributes that change.
      made.ariaPressed = String(pressed);
    },
  };
}
