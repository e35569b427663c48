import type { Node } from '@vscode/tree-sitter-wasm';
import { descendants, isAttributeName, outwards } from './tree';

/**
 * The list that a name stands for: where the name is set once, to a list that is written out, in the scope of its one use or in the
 * file's. A list that is set twice, added to or used elsewhere too is more than what can be seen; it gives null.
 */
export function onlyValueOf(use: Node): Node | null {
  if (use.type !== 'identifier') return null;
  const module = [...outwards(use)].find(({ type }) => type === 'module');
  const named = [...descendants(module ?? use)].filter(
    (node) => node.type === 'identifier' && node.text === use.text && !isAttributeName(node),
  );
  const [setting, ...others] = named.filter(({ id }) => id !== use.id);
  const assignment = setting?.parent;
  if (others.length > 0 || assignment?.type !== 'assignment') return null;
  const value = assignment.childForFieldName('right');
  const isTarget = assignment.childForFieldName('left')?.id === setting.id;
  const seen = scopeOf(setting) === scopeOf(use) || scopeOf(setting) === module?.id;
  return isTarget && seen && value && !value.hasError && (value.type === 'list' || value.type === 'tuple')
    ? value
    : null;
}

function scopeOf(node: Node): number | undefined {
  return [...outwards(node)].find(({ type }) => /^(?:module|function_definition|class_definition|lambda)$/.test(type))
    ?.id;
}
