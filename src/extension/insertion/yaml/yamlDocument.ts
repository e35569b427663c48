import { nodesIn, type ConfigDocument, type ConfigNode } from '../config/configDocument';
import { isList, isMap, nested, type Value, type Values } from '../config/value';
import { columnOf, hanging, indentAt, indentUnit } from '../indentation';
import { changeItems, type ItemList } from '../itemList';
import type { TextEdit } from '../textEdit';
import { readYamlNodes, type YamlNode } from './readYaml';
import { blockText, flowText, type YamlStyle } from './yamlText';

/** YAML, with anchors, comments and several documents. Throws a `Refusal` for what cannot be read. */
export function readYaml(text: string): ConfigDocument {
  const roots = readYamlNodes(text);
  const style = styleOf(text, roots);
  const edits = new YamlEdits(text, style);
  return {
    format: 'yaml',
    roots,
    changeList: (list, change) => {
      const node = list as YamlNode;
      const { removed, at, added } = change;
      if (node.style === 'flow' && node.items.length === 0 && !inFlow(roots, node))
        return edits.replace(node, added, false);
      if (node.style === 'block' && removed.size === node.items.length && added.length === 0)
        return edits.replace(node, [], false);
      const items = node.style === 'flow' ? edits.flowItems(node) : edits.blockItems(node);
      const texts = added.map((value) =>
        node.style === 'flow' ? flowText(value, style) : hanging(blockText([value], style), items.indent),
      );
      return changeItems(text, items, { removed, at, added: texts });
    },
    replace: (node, value) => edits.replace(node as YamlNode, value, inFlow(roots, node)),
    addKeys: (map, inside, values) =>
      edits.addKeys(map as YamlNode, inside.length > 0 ? { [inside[0]]: nested(inside.slice(1), values) } : values),
  };
}

class YamlEdits {
  constructor(
    private readonly text: string,
    private readonly style: YamlStyle,
  ) {}

  /** Puts another value in the place of one; its anchor and the comment beside its key stay. */
  replace(node: YamlNode, value: Value, flow: boolean): TextEdit[] {
    const { start, end, head } = node;
    if (node.path.length === 0) return this.replaceDocument(node, value);
    const isBlock = (isMap(value) || (isList(value) && value.length > 0)) && !flow;
    if (!isBlock) {
      const newText = flowText(value, this.style);
      const space = head === start && head > 0 && /[:\-\w]/.test(this.text[head - 1]) ? ' ' : '';
      return node.style === 'block'
        ? [{ start: head, end, newText: ` ${newText}` }]
        : [{ start, end, newText: space + newText }];
    }
    const onKeyLine = !this.text.slice(head, start).includes('\n');
    const inItem = node.itemStart !== undefined;
    const column = inItem ? columnOf(this.text, node.itemStart) + 2 : this.columnFor(node, value);
    const block = hanging(' '.repeat(column) + blockText(value, this.style), ' '.repeat(column));
    if (inItem && onKeyLine) return [{ start: head, end, newText: ` ${block.trimStart()}` }];
    if (!onKeyLine) return [{ start: this.lineStart(start), end, newText: block }];
    const lineEnd = this.lineEnd(end);
    return [
      { start: head, end, newText: '' },
      { start: lineEnd, end: lineEnd, newText: `\n${block}` },
    ];
  }

  /** Adds keys behind the others of a map. */
  addKeys(map: YamlNode, values: Values): TextEdit[] {
    const items = map.style === 'flow' ? this.flowItems(map) : this.blockItems(map);
    const added = Object.entries(values).map(([key, value]) =>
      map.style === 'flow'
        ? flowText({ [key]: value }, { ...this.style, padding: false }).slice(1, -1)
        : hanging(blockText({ [key]: value }, this.style), items.indent),
    );
    return changeItems(this.text, items, { removed: new Set(), at: items.items.length, added });
  }

  private replaceDocument({ start, end, kind }: YamlNode, value: Value): TextEdit[] {
    const lead = kind !== 'empty' || start === 0 || this.text[start - 1] === '\n' ? '' : '\n';
    return [{ start, end, newText: `${lead}${blockText(value, this.style)}${kind === 'empty' ? '\n' : ''}` }];
  }

  blockItems(node: YamlNode): ItemList {
    const items = node.entries.length
      ? node.entries.map((entry) => ({ start: entry.start, end: entry.node.end }))
      : node.items.map((item) => ({ start: item.itemStart!, end: Math.max(item.end, item.itemStart! + 1) }));
    const { start } = items[0];
    const { end } = items[items.length - 1];
    const indent = ' '.repeat(columnOf(this.text, start));
    const list = { items, brackets: false, trailingComma: false, comment: 'hash', indent, closeIndent: '' } as const;
    return { ...list, start, end: this.commentEnd(end) };
  }

  flowItems(node: YamlNode): ItemList {
    const { start, end } = node;
    const items = node.entries.length
      ? node.entries.map((entry) => ({ start: entry.start, end: entry.node.end }))
      : node.items.map((item) => ({ start: item.itemStart!, end: item.end }));
    const closeIndent = indentAt(this.text, start);
    const last = items.at(-1);
    const indent =
      last && this.text.slice(start, end).includes('\n')
        ? indentAt(this.text, last.start)
        : closeIndent + ' '.repeat(this.style.unit);
    return {
      start: start + 1,
      end: end - 1,
      items,
      brackets: true,
      trailingComma: false,
      comment: 'hash',
      indent,
      closeIndent,
    };
  }

  /** Where a block in a key's value starts: as the lists of this document do, and where a list was, there. */
  private columnFor(node: YamlNode, value: Value): number {
    if (isList(value) && node.kind === 'list' && node.style === 'block') return columnOf(this.text, node.start);
    const keyColumn = node.path.length === 0 ? 0 : this.keyColumn(node.head);
    if (isList(value) && !this.style.indentSeq) return keyColumn;
    return keyColumn + this.style.unit;
  }

  /** Of the key on a line: behind white space and the dashes of lists. */
  private keyColumn(head: number): number {
    const start = this.lineStart(head);
    return /^[ ]*(?:-[ ]+)*/.exec(this.text.slice(start, head))![0].length;
  }

  private lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  private lineEnd(offset: number): number {
    const end = this.text.indexOf('\n', offset);
    if (end < 0) return this.text.length;
    return this.text[end - 1] === '\r' ? end - 1 : end;
  }

  private commentEnd(offset: number): number {
    const found = /[^\S\n]+#[^\r\n]*/y;
    found.lastIndex = offset;
    return offset + (found.exec(this.text)?.[0].length ?? 0);
  }
}

/** Whether a node stands inside brackets or braces of others. */
function inFlow(roots: readonly YamlNode[], node: ConfigNode): boolean {
  return roots.some((root) =>
    [...nodesIn(root)].some(
      (other) =>
        other !== node &&
        (other as YamlNode).style === 'flow' &&
        other.start < node.start &&
        node.end < other.end &&
        other.kind !== 'scalar',
    ),
  );
}

function styleOf(text: string, roots: readonly YamlNode[]): YamlStyle {
  let indentSeq: boolean | undefined;
  for (const node of roots.flatMap((root) => [...nodesIn(root)])) {
    if (node.kind !== 'map' || (node as YamlNode).style !== 'block') continue;
    const list = node.entries.find((entry) => entry.node.kind === 'list' && (entry.node as YamlNode).style === 'block');
    if (list) indentSeq ??= columnOf(text, list.node.start) > columnOf(text, list.start);
  }
  const unit = indentUnit(text, '  ');
  return {
    unit: unit.startsWith(' ') ? unit.length : 2,
    indentSeq: indentSeq ?? true,
    padding: /\{[^\S\n]\S/.test(text),
  };
}
