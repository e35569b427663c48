import type { TextField } from '@vscode/webview-ui-toolkit';
import { custom } from './custom';

/** A one-line text with its label as placeholder. */
export function createTextField(
  label: string,
  onInput: (value: string) => void,
): { readonly element: HTMLElement; update(value: string): void } {
  const made = custom('vscode-text-field', { placeholder: label, 'aria-label': label }) as TextField;
  made.addEventListener('input', () => onInput(made.value));
  return {
    element: made,
    update: (value) => {
      if (made.value !== value) made.value = value;
    },
  };
}
