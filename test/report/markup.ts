/** An element of a page, with the text of everything inside it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Character references resolved, white space collapsed. */
  readonly text: string;
}

const voidElements = new Set(['meta', 'img', 'br', 'hr', 'input', 'link', '!doctype']);
const token = /<!--[\s\S]*?-->|<(\/?)([!a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/y;

/** All elements of a page or SVG in document order. Throws where tags do not close in order or an attribute is not quoted. */
export function elementsOf(markup: string): Element[] {
  const all: Element[] = [];
  const open: { element: { -readonly [key in keyof Element]: Element[key] }; kids: Element[]; texts: string[] }[] = [];
  const close = (): void => {
    const { element, texts } = open.pop()!;
    element.text = texts.join('').replace(/\s+/g, ' ').trim();
    open.at(-1)?.texts.push(...texts);
  };
  token.lastIndex = 0;
  while (token.lastIndex < markup.length) {
    const at = token.lastIndex;
    const match = token.exec(markup);
    if (!match) throw new Error(`Not markup at ${at}: ${markup.slice(at, at + 80)}`);
    const [whole, slash, name, attributes, selfClosing, text] = match;
    if (whole.startsWith('<!--')) continue;
    if (text !== undefined) open.at(-1)?.texts.push(unescaped(text));
    else if (slash) {
      if (open.at(-1)?.element.name !== name) throw new Error(`</${name}> closes <${open.at(-1)?.element.name}>`);
      close();
    } else {
      const kids: Element[] = [];
      const element = { name: name.toLowerCase(), attributes: attributesOf(attributes), children: kids, text: '' };
      all.push(element);
      open.at(-1)?.kids.push(element);
      if (!selfClosing && !voidElements.has(element.name)) open.push({ element, kids, texts: [] });
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)!.element.name}> is never closed`);
  return all;
}

export function hasClass({ attributes }: Element, name: string): boolean {
  return (attributes.class ?? '').split(' ').includes(name);
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key, value = '']) => [key, unescaped(value)]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

function unescaped(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
