import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { ConfigDocument, ConfigNode, ListChange } from '../config/configDocument';
import type { KeyPath } from '../config/keyPath';
import { nested, type Value } from '../config/value';
import { hanging, indentAt, indentUnit } from '../indentation';
import { changeItems, type ItemList } from '../itemList';
import { message } from '../../words/message';
import { Refusal } from '../../words/refusal';
import { lineOf, type TextEdit } from '../textEdit';
import { jsonStyle, jsonText } from './jsonText';

/** JSON with comments and trailing commas; an empty file is an empty object. Throws a `Refusal` for what cannot be read. */
export function readJson(text: string): ConfigDocument {
  const unit = indentUnit(text, '  ');
  const style = jsonStyle(text, unit);
  const pretty = text.trim() === '' || text.trim().includes('\n');
  const written = (value: Value, spread: boolean, indent: string): string =>
    hanging(jsonText(value, style, spread), indent);

  return {
    format: 'json',
    roots: [readRoot(text)],
    changeList(list, { removed, at, added }: ListChange): TextEdit[] {
      const items = bracketed(text, list, unit);
      const spread = spreads(text, list, pretty);
      const texts = added.map((value) => written(value, spread, items.indent));
      return changeItems(text, items, { removed, at, added: texts });
    },
    replace(node, value): TextEdit[] {
      const { kind, start, end } = node;
      if (kind !== 'empty') {
        return [{ start, end, newText: written(value, spreads(text, node, pretty), indentAt(text, start)) }];
      }
      const head = text.trim() === '' ? '' : `${text.trimEnd()}\n`;
      return [{ start: 0, end: text.length, newText: `${head}${written(value, true, '')}\n` }];
    },
    addKeys(map, inside, values): TextEdit[] {
      const items = bracketed(text, map, unit);
      const spread = spreads(text, map, pretty);
      const added = Object.entries(inside.length > 0 ? { [inside[0]]: nested(inside.slice(1), values) } : values).map(
        ([key, value]) => `${JSON.stringify(key)}${style.colon}${written(value, spread, items.indent)}`,
      );
      return changeItems(text, items, { removed: new Set(), at: items.items.length, added });
    },
  };
}

function readRoot(text: string): ConfigNode {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  if (errors.length > 0) {
    const [{ error, offset }] = errors;
    const line = lineOf(text, offset);
    throw new Refusal(
      message('Line {0} is no JSON ({1}). Correct it, then try again.', line, printParseErrorCode(error)),
    );
  }
  return tree ? toNode(tree, []) : { path: [], kind: 'empty', start: 0, end: text.length, entries: [], items: [] };
}

function toNode({ type, offset, length, children = [], value }: Node, path: KeyPath): ConfigNode {
  const base = { path, start: offset, end: offset + length, entries: [], items: [] };
  if (type === 'array')
    return { ...base, kind: 'list', items: children.map((item, index) => toNode(item, [...path, index])) };
  if (type !== 'object') return { ...base, kind: 'scalar', scalar: value as ConfigNode['scalar'] & {} };
  const entries = children.map((property) => {
    const [name, inner] = property.children!;
    const key = String(name.value);
    return { key, start: property.offset, node: toNode(inner, [...path, key]) };
  });
  return { ...base, kind: 'map', entries };
}

/** Over several lines where the value is so already, or where nothing shows how and the rest of the document is. */
function spreads(text: string, { start, end, kind, entries, items }: ConfigNode, pretty: boolean): boolean {
  if (kind === 'scalar' || entries.length + items.length === 0) return pretty;
  return text.slice(start, end).includes('\n');
}

function bracketed(text: string, { start, end, entries, items }: ConfigNode, unit: string): ItemList {
  const inside = entries.length > 0 ? entries.map((entry) => ({ start: entry.start, end: entry.node.end })) : items;
  const lines = text.slice(start, end).includes('\n');
  const outer = indentAt(text, start);
  return {
    start: start + 1,
    end: end - 1,
    items: inside,
    brackets: true,
    trailingComma: false,
    comment: 'slashes',
    indent: lines && inside.length > 0 ? indentAt(text, inside[inside.length - 1].start) : outer + unit,
    closeIndent: outer,
  };
}
