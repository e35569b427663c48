import {
  isAlias,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Document,
  type Pair,
  type ParsedNode,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { ConfigNode } from '../config/configDocument';
import type { KeyPath } from '../config/keyPath';
import { message } from '../../words/message';
import { Refusal } from '../../words/refusal';
import { lineOf } from '../textEdit';

/** A value in a YAML text with what only YAML has. */
export interface YamlNode extends ConfigNode {
  readonly style: 'block' | 'flow';
  /** After the colon or dash before the value and its anchor and tag; where the value starts for a document's root. */
  readonly head: number;
  readonly entries: readonly { readonly key: string; readonly start: number; readonly node: YamlNode }[];
  readonly items: readonly YamlNode[];
  /** Of items of lists: where the dash is, or in brackets where the anchor, tag or value starts. */
  readonly itemStart?: number;
}

/** All documents of a YAML text. Throws a `Refusal` that says line and reason where it cannot be read. */
export function readYamlNodes(text: string): YamlNode[] {
  const documents = parseAllDocuments(text, { keepSourceTokens: true });
  if ('empty' in documents) return [empty([], text.length, text.length)];
  return documents.map((document) => {
    refuseErrors(text, document);
    const { contents, range } = document;
    if (
      contents === null ||
      (isScalar(contents) && contents.value === null && contents.range[0] === contents.range[1])
    ) {
      return empty([], range[1], range[1]);
    }
    return toNode(text, contents as ParsedNode, [], contents.range[0]);
  });
}

function refuseErrors(text: string, document: Document.Parsed): void {
  const [error] = document.errors;
  if (error) {
    const reason = error.message.split('\n')[0].replace(/ at line \d+, column \d+:?$/, '');
    throw new Refusal(
      message('Line {0} is no YAML ({1}). Correct it, then try again.', lineOf(text, error.pos[0]), reason),
    );
  }
  try {
    document.toJS();
  } catch (problem) {
    throw new Refusal(
      message('The file is no YAML ({0}). Correct it, then try again.', String((problem as Error).message)),
    );
  }
}

function toNode(text: string, node: ParsedNode, path: KeyPath, head: number): YamlNode {
  const [start, end] = node.range;
  const base = { path, head, start, end, entries: [], items: [], style: 'flow' } as const;
  if (isAlias(node)) return { ...base, kind: 'reference' };
  if (isScalar(node)) {
    if (start === end && node.source === '') return empty(path, head, head);
    const scalar = node.value as NonNullable<ConfigNode['scalar']> | null;
    const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    // The last line break of a block of text belongs to it, and ends its line.
    const breakLength = /\r?\n$/.exec(text.slice(start, end))?.[0].length ?? 0;
    return isBlock
      ? { ...base, kind: 'scalar', scalar, style: 'block', end: end - breakLength }
      : { ...base, kind: 'scalar', scalar };
  }
  const items = isSeq(node) ? listItems(text, node, path) : [];
  const entries = isSeq(node) ? [] : mapEntries(text, node, path);
  const kind = isSeq(node) ? 'list' : 'map';
  if (node.flow) return { ...base, kind, items, entries };
  // The parser counts the comments and empty lines behind a block in.
  const ends = isSeq(node)
    ? items.map((item) => Math.max(item.end, item.itemStart! + 1))
    : entries.map((entry) => entry.node.end);
  return { ...base, kind, items, entries, style: 'block', end: Math.max(start, ...ends) };
}

function listItems(text: string, list: YAMLSeq.Parsed, path: KeyPath): YamlNode[] {
  const { srcToken } = list;
  return list.items.map((item, index) => {
    const sources = srcToken && 'items' in srcToken ? srcToken.items[index].start : [];
    const marks = sources.filter(({ type }) => type === 'seq-item-ind' || type === 'anchor' || type === 'tag');
    const [first] = marks;
    const last = marks.at(-1);
    const start = item.range[0];
    const head = last ? last.offset + last.source.length : start;
    return { ...toNode(text, item, [...path, index], head), itemStart: first?.offset ?? start };
  });
}

function mapEntries(
  text: string,
  map: YAMLMap.Parsed,
  path: KeyPath,
): { key: string; start: number; node: YamlNode }[] {
  return map.items.map((pair: Pair<ParsedNode, ParsedNode | null>) => {
    const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
    const [start, keyEnd] = pair.key.range;
    const sources = pair.srcToken?.sep ?? [];
    const marks = sources.filter(({ type }) => type === 'map-value-ind' || type === 'anchor' || type === 'tag');
    const last = marks.at(-1);
    const head = last ? last.offset + last.source.length : keyEnd;
    const node = pair.value ? toNode(text, pair.value, [...path, key], head) : empty([...path, key], head, head);
    return { key, start, node };
  });
}

function empty(path: KeyPath, head: number, end: number): YamlNode {
  return { path, kind: 'empty', style: 'flow', head, start: head, end, entries: [], items: [] };
}
