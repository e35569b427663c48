import type { Node } from '@vscode/tree-sitter-wasm';

const unseen: ReadonlySet<string> = new Set(['comment', 'line_continuation']);

/** Children that are neither punctuation nor comments, nor backslashes at the end of a line. */
export function partsOf(node: Node): Node[] {
  return node.namedChildren.filter((child): child is Node => child !== null && !unseen.has(child.type));
}

/** All nodes below one, in the text's order; `enter` says whose children to visit too. */
export function* descendants(node: Node, enter: (child: Node) => boolean = () => true): Generator<Node> {
  for (const child of node.namedChildren) {
    if (!child) continue;
    yield child;
    if (enter(child)) yield* descendants(child, enter);
  }
}

/** The statement of the file's top level that holds a node. */
export function topStatement(node: Node): Node {
  let statement = node;
  while (statement.parent && statement.parent.type !== 'module') statement = statement.parent;
  return statement;
}

/** A node and all that hold it, from the inside out. */
export function* outwards(node: Node): Generator<Node> {
  for (let at: Node | null = node; at; at = at.parent) yield at;
}

/** Whether a name is that of an attribute or of an argument, so that it means nothing in its scope. */
export function isAttributeName({ id, parent }: Node): boolean {
  const field = parent?.type === 'attribute' ? 'attribute' : parent?.type === 'keyword_argument' ? 'name' : null;
  return field !== null && parent!.childForFieldName(field)?.id === id;
}
