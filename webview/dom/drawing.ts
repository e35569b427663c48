const drawn = new WeakMap<Element, string>();

/**
 * Puts a drawing of src/report/charts into an element, unless it is there already. This is the only way by which markup gets
 * into the page; those drawings escape every text in them.
 */
export function setDrawing(target: Element, markup: string): void {
  if (drawn.get(target) === markup) return;
  drawn.set(target, markup);
  const template = document.createElement('template');
  template.innerHTML = markup;
  target.replaceChildren(template.content);
}
