import { message } from '../../words/message';
import { Refusal } from '../../words/refusal';
import type { TextEdit } from '../textEdit';
import { childOf, type ConfigDocument, type ConfigNode } from './configDocument';
import { formatKeyPath, type KeyPath } from './keyPath';
import { saysAlready } from './sameValue';
import { nested, type Value, type Values } from './value';

/** Replaces the value at a path, or adds it with all keys on the way. Throws a `Refusal` where something else is in the way. */
export function setValue(document: ConfigDocument, root: ConfigNode, path: KeyPath, value: Value): TextEdit[] {
  const { node, rest } = follow(root, path);
  if (rest.length === 0) return saysAlready(node, value) ? [] : document.replace(node, value);
  const keys = keysFor(node, path, rest);
  const last = keys[keys.length - 1];
  return add(document, node, keys.slice(0, -1), { [last]: value });
}

/** Sets some keys of the map at a path and leaves its others; what is no map is replaced by one. */
export function assign(document: ConfigDocument, root: ConfigNode, path: KeyPath, values: Values): TextEdit[] {
  const { node, rest } = follow(root, path);
  if (rest.length > 0) return add(document, node, keysFor(node, path, rest), values);
  if (node.kind !== 'map') return document.replace(node, values);
  const missing = Object.entries(values).filter(([key]) => childOf(node, key) === undefined);
  const there = Object.entries(values).flatMap(([key, value]) => {
    refuseTwins(node, key);
    const old = childOf(node, key);
    return old && !saysAlready(old, value) ? document.replace(old, value) : [];
  });
  return [...there, ...(missing.length > 0 ? add(document, node, [], Object.fromEntries(missing)) : [])];
}

function add(document: ConfigDocument, node: ConfigNode, inside: readonly string[], values: Values): TextEdit[] {
  return node.kind === 'empty' || (node.kind === 'map' && node.entries.length === 0 && document.format === 'yaml')
    ? document.replace(node, nested(inside, values))
    : document.addKeys(node, inside, values);
}

/** How far a path leads, and what of it does not exist. */
function follow(root: ConfigNode, path: KeyPath): { node: ConfigNode; rest: KeyPath } {
  let node = root;
  for (const [depth, part] of path.entries()) {
    if (typeof part === 'string') refuseTwins(node, part);
    const next = typeof part === 'number' ? node.items[part] : childOf(node, part);
    if (next === undefined) return { node, rest: path.slice(depth) };
    node = next;
  }
  return { node, rest: [] };
}

/** Readers disagree about which of two equal keys counts. */
function refuseTwins(node: ConfigNode, key: string): void {
  if (node.entries.filter((entry) => entry.key === key).length > 1) {
    const twin = formatKeyPath([...node.path, key]);
    throw new Refusal(message('{0} stands there twice. Remove one of the two, then try again.', twin));
  }
}

/** The missing part of a path as keys to add to `node`. */
function keysFor({ kind, path: found }: ConfigNode, path: KeyPath, rest: KeyPath): string[] {
  const keys = rest.filter((part) => typeof part === 'string');
  if ((kind === 'map' || kind === 'empty') && keys.length === rest.length) return keys;
  const wanted = formatKeyPath(path);
  throw new Refusal(
    found.length === 0
      ? message('{0} cannot be added: the document is no map of keys. Choose another file.', wanted)
      : message('{0} cannot be added: {1} holds another value. Choose another key.', wanted, formatKeyPath(found)),
  );
}
