import { setAttribute } from '../dom/element';

/** A toolkit element with its attributes and children. */
export function custom(
  tag: `vscode-${string}`,
  attributes: Readonly<Record<string, string | number | boolean | null>> = {},
  ...children: readonly (Node | string)[]
): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(made, name, value);
  made.append(...children);
  return made;
}
