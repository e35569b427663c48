import { escapeMarkup } from '../escape';

export type Attributes = Readonly<Record<string, string | number | null>>;

/** One SVG element as text; attributes that are null are left out, `children` is markup already. */
export function element(name: string, attributes: Attributes, children = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escapeMarkup(String(value))}"`)
    .join('');
  return children ? `<${name}${written}>${children}</${name}>` : `<${name}${written}/>`;
}

/**
 * The frame of every chart. It fills its box without stretching what is drawn: positions are in percent, sizes in pixels.
 * `description` is read aloud and shown on hover; null hides the chart from assistive technology (its numbers stand beside it).
 */
export function chart(className: string, description: string | null, children: string): string {
  const named = description === null ? { 'aria-hidden': 'true' } : { role: 'img' };
  const title = description === null ? '' : element('title', {}, escapeMarkup(description));
  return element('svg', { class: `chart ${className}`, width: '100%', height: '100%', ...named }, title + children);
}

/** A position in percent with at most three decimals, as SVG writes it. */
export function percent(position: number): string {
  return `${Number(position.toFixed(3))}%`;
}

export function text(content: string, attributes: Attributes): string {
  return element('text', attributes, escapeMarkup(content));
}
