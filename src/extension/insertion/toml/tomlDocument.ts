import { nodesIn, type ConfigDocument } from '../config/configDocument';
import { formatKeyPath, type KeyPath } from '../config/keyPath';
import { nested, type Values } from '../config/value';
import { hanging, indentAt, indentUnit } from '../indentation';
import { changeItems, type ItemList } from '../itemList';
import { message } from '../../words/message';
import { Refusal } from '../../words/refusal';
import type { TextEdit } from '../textEdit';
import { readTomlNodes, type TomlNode } from './readToml';
import { tomlKey, tomlLines, tomlText } from './tomlText';

/** TOML with comments. Throws a `Refusal` for what cannot be read. */
export function readToml(text: string): ConfigDocument {
  const root = readTomlNodes(text);
  const unit = indentUnit(text, '    ');
  return {
    format: 'toml',
    roots: [root],
    changeList(list, { removed, at, added }) {
      return changeItems(text, inBrackets(text, list as TomlNode, unit), { removed, at, added: added.map(tomlText) });
    },
    replace(node, value) {
      const { form, start, end, path } = node as TomlNode;
      if (form === 'value') return [{ start, end, newText: hanging(tomlLines(value, unit), indentAt(text, start)) }];
      if (form === 'tables') {
        const key = String(path[path.length - 1]);
        return [...withoutTables(text, node as TomlNode), ...add(parentOf(root, path), [], { [key]: value })];
      }
      throw new Refusal(
        message(
          '{0} is a table of several keys, which no single value can replace. Choose a key inside it, or another one.',
          formatKeyPath(path),
        ),
      );
    },
    addKeys: (map, inside, values) => add(map as TomlNode, inside, values),
  };

  function add(table: TomlNode, inside: readonly string[], values: Values): TextEdit[] {
    if (table.form === 'value') {
      const braces = inBrackets(text, table, unit);
      const pairs = Object.entries(inside.length > 0 ? { [inside[0]]: nested(inside.slice(1), values) } : values);
      const added = pairs.map(([key, value]) => `${tomlKey(key)} = ${tomlText(value)}`);
      return changeItems(text, braces, { removed: new Set(), at: braces.items.length, added });
    }
    if (table.form === 'dotted') return [after(text, table.lastLine, lines(table.prefix + dots(inside), values, unit))];
    const inTables = table.path.some((part) => typeof part === 'number');
    if (inTables && table.form === 'implied') throw onlyImplied(table);
    // A header would speak of the last of the tables in double brackets; keys with dots speak of this one.
    if (inTables && inside.length > 0) return [after(text, table.lastLine, lines(dots(inside), values, unit))];
    if (inside.length > 0 || table.form === 'implied')
      return [newTable(text, [...table.path.map(String), ...inside], values, unit)];
    if (table.lastLine >= 0) return [after(text, table.lastLine, lines('', values, unit))];
    return [atTop(text, lines('', values, unit))];
  }
}

/** The table that holds a key of the file. */
function parentOf(root: TomlNode, path: KeyPath): TomlNode {
  return path.slice(0, -1).reduce<TomlNode>((table, part) => {
    return typeof part === 'number' ? table.items[part] : table.entries.find(({ key }) => key === part)!.node;
  }, root);
}

/** Takes tables in double brackets out, whole lines of each with the tables inside it and the empty lines below. */
function withoutTables(text: string, node: TomlNode): TextEdit[] {
  const sections = [...nodesIn(node)].filter((one): one is TomlNode => (one as TomlNode).form === 'table');
  return sections.map(({ start, lastLine }) => {
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const rest = /[^\n]*(?:\n|$)(?:[^\S\n]*\n)*/y;
    rest.lastIndex = lastLine;
    return { start: lineStart, end: lastLine + rest.exec(text)![0].length, newText: '' };
  });
}

function onlyImplied({ path }: TomlNode): Refusal {
  return new Refusal(
    message(
      '{0} has no line of its own in this file, only tables inside it. Give it one, or choose another key.',
      formatKeyPath(path),
    ),
  );
}

function lines(prefix: string, values: Values, unit: string): string {
  return Object.entries(values)
    .map(([key, value]) => `${prefix}${tomlKey(key)} = ${tomlLines(value, unit)}`)
    .join('\n');
}

function dots(keys: readonly string[]): string {
  return keys.map((key) => `${tomlKey(key)}.`).join('');
}

/** Lines below the one that ends at `offset` or in a comment behind it. */
function after(text: string, offset: number, added: string): TextEdit {
  const found = /[^\S\n]*(?:#[^\r\n]*)?/y;
  found.lastIndex = offset;
  const end = offset + found.exec(text)![0].trimEnd().length;
  const indent = indentAt(text, offset);
  return { start: end, end, newText: `\n${indent}${hanging(added, indent)}` };
}

/** A table at the end of the file, an empty line before it. */
function newTable(text: string, path: readonly string[], values: Values, unit: string): TextEdit {
  const body = text.trimEnd();
  const head = body === '' ? text : text.endsWith('\n') ? '\n' : '\n\n';
  const newText = `${body === '' ? '' : head}[${path.map(tomlKey).join('.')}]\n${lines('', values, unit)}\n`;
  return { start: text.length, end: text.length, newText };
}

/** Keys of the file's top table come before the first header. */
function atTop(text: string, added: string): TextEdit {
  const header = /^[^\S\n]*\[/m.exec(text);
  if (!header) {
    const lead = text === '' || text.endsWith('\n') ? '' : '\n';
    return { start: text.length, end: text.length, newText: `${lead}${added}\n` };
  }
  // Comments right above a header speak of its table.
  const above = /(?:^[^\S\n]*#[^\n]*\n)*(?![^])/m.exec(text.slice(0, header.index));
  const start = above?.index ?? header.index;
  return { start, end: start, newText: `${added}\n\n` };
}

function inBrackets(text: string, { start, end, entries, items }: TomlNode, unit: string): ItemList {
  const inside = entries.length > 0 ? entries.map((entry) => ({ start: entry.start, end: entry.node.end })) : items;
  const closeIndent = indentAt(text, start);
  const spread = text.slice(start, end).includes('\n');
  const last = inside.at(-1);
  const indent = last && spread ? indentAt(text, last.start) : closeIndent + unit;
  return {
    start: start + 1,
    end: end - 1,
    items: inside,
    brackets: true,
    trailingComma: true,
    comment: 'hash',
    indent,
    closeIndent,
  };
}
