import type { Node } from '@vscode/tree-sitter-wasm';
import type { Expression, Item } from '../../../export/python/expression';
import type { PythonParser } from './pythonParser';
import { bindingsIn } from './scopes';
import { descendants, isAttributeName, partsOf } from './tree';

/** A module that src/export has written, in pieces that can go into another file under that file's names. */
export interface ExportedModule {
  readonly imports: readonly { readonly name: string; readonly fullName: string; readonly statement: string }[];
  /** Classes and functions that the steps need. */
  definitions(names: Names): { readonly name: string; readonly text: string }[];
  /** What stands in the pipeline's list. */
  steps(names: Names): readonly Expression[];
  /** The whole pipeline. */
  pipeline(names: Names): Expression;
  /** Names of imported modules that the steps and definitions use. */
  readonly uses: ReadonlySet<string>;
}

/** What the other file calls a module, by the name that it has here. */
export type Names = ReadonlyMap<string, string>;

/** Reads a module of the target albumentations-py or torchvision-py. `quote`: what strings are to be in. */
export function readExportedModule(text: string, parser: PythonParser, quote: '"' | "'"): ExportedModule {
  return parser.read(text, (root) => {
    const statements = partsOf(root);
    const { names: imported } = bindingsIn(root);
    const imports = statements
      .filter(({ type }) => type === 'import_statement' || type === 'import_from_statement')
      .map(({ text: statement }) => ({ statement, name: statement.split(/[ .]/).at(-1)! }))
      .map((one) => ({ ...one, fullName: imported.get(one.name) ?? one.name }));
    const value = statements[statements.length - 1].firstNamedChild!.childForFieldName('right')!;
    const known = new Set(imports.map(({ name }) => name));
    const uses = new Set<string>();
    const template = expressionOf(value, { known, uses, quote });
    const definitions = statements
      .filter(({ type }) => type === 'class_definition' || type === 'function_definition')
      .map((node) => ({
        name: node.childForFieldName('name')!.text,
        text: templateOf(node, { known, uses, quote: '"' }),
      }));
    return {
      imports,
      uses,
      definitions: (names) => definitions.map(({ name, text: body }) => ({ name, text: filled(body, names) })),
      pipeline: (names) => renamed(template, names),
      steps: (names) => stepsOf(renamed(template, names)),
    };
  });
}

interface Reading {
  readonly known: ReadonlySet<string>;
  readonly uses: Set<string>;
  readonly quote: '"' | "'";
}

/** Marks a module's name in a text, so that it can be exchanged. */
const mark = '\u0000';

function expressionOf(node: Node, reading: Reading): Expression {
  if (node.type === 'list') return { items: itemsOf(node, reading) };
  if (node.type !== 'call') return templateOf(node, reading);
  const parts = partsOf(node.childForFieldName('arguments')!);
  const positional = parts.filter(({ type }) => type !== 'keyword_argument');
  const keywords = parts.filter(({ type }) => type === 'keyword_argument');
  return {
    call: templateOf(node.childForFieldName('function')!, reading),
    positional: positional.map((part) => expressionOf(part, reading)),
    keywords: Object.fromEntries(
      keywords.map((part) => [
        part.childForFieldName('name')!.text,
        expressionOf(part.childForFieldName('value')!, reading),
      ]),
    ),
  };
}

/** The comments above an item were wrapped; they are one text again. */
function itemsOf(list: Node, reading: Reading): Item[] {
  const items: Item[] = [];
  let above: string[] = [];
  for (const child of list.namedChildren) {
    if (child?.type === 'comment') above.push(child.text.slice(2));
    else if (child) {
      items.push({ value: expressionOf(child, reading), ...(above.length > 0 && { comments: [above.join(' ')] }) });
      above = [];
    }
  }
  return items;
}

function templateOf(node: Node, { known, uses, quote }: Reading): string {
  let text = '';
  let at = node.startIndex;
  for (const one of [node, ...descendants(node)]) {
    const isName = one.type === 'identifier' && known.has(one.text) && !isAttributeName(one);
    const isString = one.type === 'string' && quote === "'" && /^"[^'"\\]*"$/.test(one.text);
    if (!isName && !isString) continue;
    if (isName) uses.add(one.text);
    text += node.text.slice(at - node.startIndex, one.startIndex - node.startIndex);
    text += isName ? `${mark}${one.text}${mark}` : `'${one.text.slice(1, -1)}'`;
    at = one.endIndex;
  }
  return text + node.text.slice(at - node.startIndex);
}

function filled(template: string, names: Names): string {
  return template
    .split(mark)
    .map((part, index) => (index % 2 === 1 ? (names.get(part) ?? part) : part))
    .join('');
}

function renamed(expression: Expression, names: Names): Expression {
  if (typeof expression === 'string') return filled(expression, names);
  if ('items' in expression)
    return { items: expression.items.map((item) => ({ ...item, value: renamed(item.value, names) })) };
  const { call, positional = [], keywords = {} } = expression;
  return {
    call: filled(call, names),
    positional: positional.map((part) => renamed(part, names)),
    keywords: Object.fromEntries(Object.entries(keywords).map(([key, part]) => [key, renamed(part, names)])),
  };
}

/** torchvision's module is one step, or the identity; Albumentations' is a Compose of steps. */
function stepsOf(pipeline: Expression): readonly Expression[] {
  if (typeof pipeline === 'string' || 'items' in pipeline) return [pipeline];
  const { call, positional = [] } = pipeline;
  if (call.endsWith('.Identity')) return [];
  const [list] = positional;
  if (!call.endsWith('.Compose') || typeof list !== 'object' || !('items' in list)) return [pipeline];
  return list.items.map(({ value }) => value);
}
