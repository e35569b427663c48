import type { ConfigNode } from './configDocument';
import type { Value } from './value';

/** Whether a document says a value already, however it is written there. */
export function saysAlready(node: ConfigNode, value: Value): boolean {
  return JSON.stringify(plain(node)) === JSON.stringify(value);
}

/** An alias is what it stands for only as long as nobody changes that: it is like no value. */
function plain(node: ConfigNode): unknown {
  if (node.kind === 'map') return Object.fromEntries(node.entries.map(({ key, node: child }) => [key, plain(child)]));
  if (node.kind === 'list') return node.items.map(plain);
  return node.kind === 'scalar' ? node.scalar : undefined;
}
