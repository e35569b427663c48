import { Constant, Real } from '../../../export/albumentations/node';
import { isList, isMap, type Value } from '../config/value';

const bare = /^[A-Za-z0-9_-]+$/;

/** A value on one line, with tables in braces. */
export function tomlText(value: Value): string {
  if (value instanceof Real) return Number.isInteger(value.value) ? value.value.toFixed(1) : String(value.value);
  if (value instanceof Constant) return String(value.value);
  if (isList(value)) return `[${value.map(tomlText).join(', ')}]`;
  if (isMap(value)) {
    const pairs = Object.entries(value).map(([key, inner]) => `${tomlKey(key)} = ${tomlText(inner)}`);
    return pairs.length > 0 ? `{ ${pairs.join(', ')} }` : '{}';
  }
  // TOML has no null; a value without one is left out by whoever writes it.
  return typeof value === 'string' ? basicString(value) : String(value);
}

/** As `tomlText`, but a list of tables over several lines. */
export function tomlLines(value: Value, unit: string): string {
  if (!isList(value) || !value.some(isMap)) return tomlText(value);
  return `[\n${value.map((item) => `${unit}${tomlText(item)},\n`).join('')}]`;
}

export function tomlKey(key: string): string {
  return bare.test(key) ? key : basicString(key);
}

/** JSON's escapes are TOML's, but DEL needs one too. */
function basicString(text: string): string {
  return JSON.stringify(text).replaceAll('\u007f', '\\u007f');
}
