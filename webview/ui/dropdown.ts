import type { Dropdown } from '@vscode/webview-ui-toolkit';
import { element } from '../dom/element';
import { custom } from './custom';

export interface DropdownOptions<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  onChoose(value: Value): void;
}

/** A labelled choice of one. */
export function createDropdown<Value extends string>({
  id,
  label,
  options,
  onChoose,
}: DropdownOptions<Value>): {
  readonly element: HTMLElement;
  update(value: Value): void;
} {
  const choices = options.map((one) => custom('vscode-option', { value: one.value }, one.label));
  const made = custom('vscode-dropdown', { id, 'aria-label': label }, ...choices) as Dropdown;
  made.addEventListener('change', () => {
    const chosen = options.find(({ value }) => value === made.value);
    if (chosen) onChoose(chosen.value);
  });
  return {
    element: element('div', { class: 'labelled' }, element('span', { class: 'quiet' }, label), made),
    update: (value) => {
      if (made.value !== value) made.value = value;
    },
  };
}
