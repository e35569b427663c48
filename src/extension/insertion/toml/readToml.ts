import { parseTOML, type AST } from 'toml-eslint-parser';
import type { ConfigNode } from '../config/configDocument';
import type { KeyPath } from '../config/keyPath';
import { message } from '../../words/message';
import { Refusal } from '../../words/refusal';

/** A value in a TOML text with how it is written. */
export interface TomlNode extends ConfigNode {
  /**
   * `value`: behind an equals sign. `table`: under a header in brackets, or the file's top. `tables`: under headers in double
   * brackets. `dotted`: by keys with dots. `implied`: by the headers of tables inside it.
   */
  readonly form: 'value' | 'table' | 'tables' | 'dotted' | 'implied';
  /** Where the last line of its own keys, or its header, ends; -1 = no line of its own. */
  readonly lastLine: number;
  /** What its keys begin with in their lines. */
  readonly prefix: string;
  readonly entries: readonly { readonly key: string; readonly start: number; readonly node: TomlNode }[];
  readonly items: readonly TomlNode[];
}

/** The same while it is built: headers and pairs of one table may stand apart. */
interface Growing {
  readonly path: KeyPath;
  kind: ConfigNode['kind'];
  form: TomlNode['form'];
  start: number;
  end: number;
  lastLine: number;
  prefix: string;
  entries: { key: string; start: number; node: Growing }[];
  items: Growing[];
  scalar?: string | number | boolean;
}

/** The file's top table. Throws a `Refusal` that says line and reason where it cannot be read. */
export function readTomlNodes(text: string): TomlNode {
  const root = growing([], 'table', 0);
  for (const statement of parsed(text).body[0].body) {
    if (statement.type === 'TOMLKeyValue') {
      addPair(root, statement, text);
      continue;
    }
    const table = tableAt(root, statement);
    const header = text.indexOf(']', statement.key.range[1]) + (statement.kind === 'array' ? 2 : 1);
    table.lastLine = header;
    table.end = header;
    for (const pair of statement.body) addPair(table, pair, text);
  }
  return root;
}

function parsed(text: string): AST.TOMLProgram {
  try {
    return parseTOML(text);
  } catch (error) {
    const { message: reason, lineNumber } = error as Error & { lineNumber?: number };
    if (lineNumber === undefined) throw error;
    throw new Refusal(message('Line {0} is no TOML ({1}). Correct it, then try again.', lineNumber, reason));
  }
}

/** The table that a header opens, with all on the way to it. */
function tableAt(root: Growing, { resolvedKey, key, range }: AST.TOMLTable): Growing {
  let node = root;
  resolvedKey.forEach((part, depth) => {
    const path = resolvedKey.slice(0, depth + 1);
    if (typeof part === 'number') {
      node.form = 'tables';
      node.kind = 'list';
      node.items[part] ??= growing(path, 'table', range[0]);
      node = node.items[part];
      return;
    }
    const start = key.keys[0].range[0];
    node = child(node, part, start, () => growing(path, 'implied', range[0]));
  });
  node.form = 'table';
  node.start = range[0];
  node.prefix = '';
  return node;
}

function addPair(table: Growing, pair: AST.TOMLKeyValue, text: string): void {
  const { keys } = pair.key;
  let node = table;
  const touch = (): void => {
    node.lastLine = pair.range[1];
    node.end = Math.max(node.end, pair.range[1]);
  };
  keys.slice(0, -1).forEach((part, depth) => {
    touch();
    const path = [...node.path, nameOf(part)];
    node = child(node, nameOf(part), part.range[0], () => growing(path, 'dotted', pair.range[0]));
    node.prefix = `${text.slice(keys[0].range[0], keys[depth].range[1])}.`;
  });
  touch();
  const name = nameOf(keys[keys.length - 1]);
  node.entries.push({ key: name, start: keys[0].range[0], node: valueNode(pair.value, [...node.path, name], text) });
}

function valueNode(value: AST.TOMLContentNode, path: KeyPath, text: string): Growing {
  const node = growing(path, 'value', value.range[0]);
  node.end = value.range[1];
  if (value.type === 'TOMLArray') {
    node.kind = 'list';
    node.items = value.elements.map((item, index) => valueNode(item, [...path, index], text));
  } else if (value.type === 'TOMLInlineTable') {
    for (const pair of value.body) addPair(node, pair, text);
    node.end = value.range[1];
  } else {
    node.kind = 'scalar';
    node.scalar = value.value instanceof Date || typeof value.value === 'bigint' ? String(value.value) : value.value;
  }
  return node;
}

function child(node: Growing, key: string, start: number, make: () => Growing): Growing {
  const found = node.entries.find((entry) => entry.key === key);
  if (found) return found.node;
  const made = make();
  node.entries.push({ key, start, node: made });
  return made;
}

function growing(path: KeyPath, form: TomlNode['form'], start: number): Growing {
  return { path, form, kind: 'map', start, end: start, lastLine: -1, prefix: '', entries: [], items: [] };
}

function nameOf(part: AST.TOMLBare | AST.TOMLQuoted): string {
  return part.type === 'TOMLBare' ? part.name : part.value;
}
