import type { ItemChange } from '../itemList';
import type { TextEdit } from '../textEdit';
import type { KeyPath } from './keyPath';
import type { Value, Values } from './value';

export type ConfigFormat = 'yaml' | 'json' | 'toml';

/** A value in a configuration file. */
export interface ConfigNode {
  readonly path: KeyPath;
  /** `reference`: an alias of YAML, which stands for another value. `empty`: a key without a value, or an empty document. */
  readonly kind: 'map' | 'list' | 'scalar' | 'reference' | 'empty';
  /** Of the value in the text; exclusive end. */
  readonly start: number;
  readonly end: number;
  /** Of maps, in the document's order. */
  readonly entries: readonly ConfigEntry[];
  /** Of lists. */
  readonly items: readonly ConfigNode[];
  /** Of scalars. */
  readonly scalar?: string | number | boolean | null;
}

export interface ConfigEntry {
  readonly key: string;
  /** Where the key starts. */
  readonly start: number;
  readonly node: ConfigNode;
}

/** Items by index, as in `ItemChange`, with values in place of texts. */
export type ListChange = Omit<ItemChange, 'added'> & { readonly added: readonly Value[] };

/** The text of a configuration file with the means to edit it; all else of the text stays as it is. */
export interface ConfigDocument {
  readonly format: ConfigFormat;
  /** One for each document in the file; only YAML has several. */
  readonly roots: readonly ConfigNode[];
  changeList(list: ConfigNode, change: ListChange): TextEdit[];
  /** Puts a value in the place of one that is there, or of nothing. */
  replace(node: ConfigNode, value: Value): TextEdit[];
  /** Adds keys behind those of a map; `inside` are keys on the way to them that do not exist yet. */
  addKeys(map: ConfigNode, inside: readonly string[], values: Values): TextEdit[];
}

/** A node and all nodes below it, in the document's order. */
export function* nodesIn(node: ConfigNode): Generator<ConfigNode> {
  yield node;
  for (const { node: child } of node.entries) yield* nodesIn(child);
  for (const item of node.items) yield* nodesIn(item);
}

/** The value under a key of a map. */
export function childOf(node: ConfigNode, key: string): ConfigNode | undefined {
  return node.entries.find((entry) => entry.key === key)?.node;
}

/** The text under a key of a map, where there is one. */
export function textOf(node: ConfigNode, key: string): string | undefined {
  const scalar = childOf(node, key)?.scalar;
  return typeof scalar === 'string' ? scalar : undefined;
}
