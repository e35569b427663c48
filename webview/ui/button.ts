import type { Button as ToolkitButton } from '@vscode/webview-ui-toolkit';
import { setAttribute, setShown, setText } from '../dom/element';
import { custom } from './custom';

export interface ButtonView {
  readonly label: string;
  readonly primary?: boolean;
  readonly shown?: boolean;
  /** Why it cannot be pressed now; it stays reachable, so that the reason can be read. Null or left out: it can. */
  readonly whyNot?: string | null;
}

export interface Button {
  readonly element: HTMLElement;
  update(view: ButtonView): void;
}

export function createButton(onPress: () => void): Button {
  const made = custom('vscode-button', { appearance: 'secondary' }) as ToolkitButton;
  let isOff = false;
  made.addEventListener('click', () => {
    if (!isOff) onPress();
  });
  return {
    element: made,
    update: ({ label, primary = false, shown = true, whyNot = null }) => {
      isOff = whyNot !== null;
      setText(made, label);
      setShown(made, shown);
      setAttribute(made, 'title', whyNot);
      // By property: the toolkit's button does not hear of attributes that change.
      made.appearance = primary && !isOff ? 'primary' : 'secondary';
      made.ariaDisabled = isOff ? 'true' : null;
    },
  };
}
