import { escapeMarkup } from './escape';

/** A piece of finished markup. Only `html` and `markup` make one, so a plain string can never become markup by accident. */
export class Html {
  constructor(private readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** What may stand in a `html` template: text is escaped, markup is kept, lists are joined, null and false leave nothing. */
export type Content = Html | string | number | null | undefined | false | readonly Content[];

/** A template tag: `html\`<td>${name}</td>\`` escapes whatever is not markup itself. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  return new Html(parts.map((part, index) => (index === 0 ? part : toMarkup(values[index - 1]) + part)).join(''));
}

/** Declares a string to be markup already: for charts and style sheets, never for anything that came from data. */
export function markup(text: string): Html {
  return new Html(text);
}

function toMarkup(content: Content): string {
  if (content === null || content === undefined || content === false) return '';
  if (content instanceof Html) return content.toString();
  if (typeof content === 'string') return escapeMarkup(content);
  if (typeof content === 'number') return String(content);
  return content.map(toMarkup).join('');
}
