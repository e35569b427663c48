import type { Value } from '../config/value';

/** How a document writes what needs no white space. */
export interface JsonStyle {
  /** One level of indentation. */
  readonly unit: string;
  readonly colon: ':' | ': ';
  readonly comma: ',' | ', ';
}

/** `json.dumps` of Python writes one space after colons and commas, `A.save` and `JSON.stringify` none. */
export function jsonStyle(text: string, unit: string): JsonStyle {
  return {
    unit,
    colon: /":\S/.test(text) && !/":\s/.test(text) ? ':' : ': ',
    comma: /["\d\]}],\S/.test(text) && !/["\d\]}],\s/.test(text) ? ',' : ', ',
  };
}

/** JSON over several lines, or on one. Lists of numbers stay on one line. */
export function jsonText(value: Value, { unit, colon, comma }: JsonStyle, spread: boolean): string {
  const write = (inner: unknown, indent: string): string => {
    if (typeof inner !== 'object' || inner === null) return JSON.stringify(inner);
    const list = Array.isArray(inner);
    const parts = list
      ? inner.map((item) => write(item, indent + unit))
      : Object.entries(inner).map(([key, item]) => `${JSON.stringify(key)}${colon}${write(item, indent + unit)}`);
    const [open, close] = list ? '[]' : '{}';
    const flat = !spread || parts.length === 0 || (list && inner.every((item) => typeof item === 'number'));
    if (flat) return open + parts.join(comma) + close;
    return `${open}\n${parts.map((part) => `${indent}${unit}${part}`).join(',\n')}\n${indent}${close}`;
  };
  // Reals and constants become their numbers.
  return write(JSON.parse(JSON.stringify(value)), '');
}
