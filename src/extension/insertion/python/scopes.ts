import type { Node } from '@vscode/tree-sitter-wasm';
import { descendants, outwards, partsOf } from './tree';

/** What names mean in a scope: the full name of what was imported, or null for what the file defines itself. */
export interface Bindings {
  readonly names: ReadonlyMap<string, string | null>;
  /** Modules of which everything was imported. */
  readonly stars: readonly string[];
}

const scopeTypes = new Set(['module', 'function_definition', 'class_definition', 'lambda']);

/** The names that imports, assignments, definitions and parameters bind in a scope, not in the scopes inside it. */
export function bindingsIn(scope: Node): Bindings {
  const names = new Map<string, string | null>();
  const stars: string[] = [];
  const bind = (name: string, meaning: string | null): void => {
    // A name that is imported and also set, as in try … except ImportError, means the import.
    if (typeof names.get(name) !== 'string') names.set(name, meaning);
  };
  const body = scope.childForFieldName('body') ?? scope;
  for (const node of descendants(scope, ({ type }) => !scopeTypes.has(type))) {
    if (node.type === 'import_statement') imported(node).forEach(([name, full]) => bind(name, full));
    else if (node.type === 'import_from_statement') {
      const module = node.childForFieldName('module_name')!;
      const relative = module.type === 'relative_import';
      if (node.namedChildren.some((child) => child?.type === 'wildcard_import')) {
        if (!relative) stars.push(module.text);
        continue;
      }
      for (const [name, full] of imported(node, module)) bind(name, relative ? null : `${module.text}.${full}`);
    } else if (node.type === 'assignment' || node.type === 'named_expression' || node.type === 'for_statement') {
      const target = node.childForFieldName('left') ?? node.childForFieldName('name');
      if (target?.type === 'identifier') bind(target.text, null);
    } else if (node.type === 'function_definition' || node.type === 'class_definition') {
      bind(node.childForFieldName('name')!.text, null);
    } else if (node.type === 'identifier' && node.startIndex < body.startIndex && isParameter(node))
      bind(node.text, null);
  }
  return { names, stars };
}

/** The full name that a dotted expression has where it stands, as `albumentations.Compose` for `A.Compose`; null when it is no import. */
export function fullName(expression: Node, bindings: (scope: Node) => Bindings): string | null {
  const [first, ...rest] = expression.text.replace(/\s/g, '').split('.');
  if (!/^\w+$/u.test(first) || (expression.type !== 'identifier' && expression.type !== 'attribute')) return null;
  for (const scope of outwards(expression)) {
    if (!scopeTypes.has(scope.type)) continue;
    const { names, stars } = bindings(scope);
    if (names.has(first)) {
      const meaning = names.get(first)!;
      return meaning === null ? null : [meaning, ...rest].join('.');
    }
    const star = stars.find((module) => /^(albumentations|torchvision)\b/.test(module));
    if (star !== undefined && /^[A-Z]/.test(first)) return [star, first, ...rest].join('.');
  }
  return null;
}

/** As `bindingsIn`, worked out once for each scope. */
export function rememberedBindings(): (scope: Node) => Bindings {
  const known = new Map<number, Bindings>();
  return (scope) => {
    const found = known.get(scope.id) ?? bindingsIn(scope);
    known.set(scope.id, found);
    return found;
  };
}

function imported(statement: Node, module?: Node): [name: string, full: string][] {
  return partsOf(statement)
    .filter(({ id }) => id !== module?.id)
    .map((part): [string, string] => {
      if (part.type !== 'aliased_import')
        return module ? [part.text, part.text] : [part.text.split('.')[0], part.text.split('.')[0]];
      return [part.childForFieldName('alias')!.text, part.childForFieldName('name')!.text];
    });
}

function isParameter({ parent }: Node): boolean {
  const types = ['parameters', 'lambda_parameters', 'typed_parameter', 'default_parameter', 'typed_default_parameter'];
  return parent !== null && types.includes(parent.type);
}
