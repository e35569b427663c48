import type { Node } from '@vscode/tree-sitter-wasm';
import { message } from '../../words/message';
import { Refusal } from '../../words/refusal';
import type { TextEdit } from '../textEdit';
import type { ExportedModule, Names } from './exportedModule';
import { bindingsIn } from './scopes';
import { descendants, partsOf } from './tree';

/** What a file must have at its top for the inserted steps to work. */
export interface Prerequisites {
  readonly names: Names;
  readonly edits: readonly TextEdit[];
}

/**
 * Finds what the file calls the modules that the steps need, imports those it does not have, and adds the classes and functions
 * that the steps call, or brings those of an earlier insertion up to date.
 *
 * @param before the top-level statement that the imports must come before; null = the file's end
 */
export function prerequisites(text: string, root: Node, before: Node | null, module: ExportedModule): Prerequisites {
  const { names: bound } = bindingsIn(root);
  const names = new Map<string, string>();
  const imports: string[] = [];
  for (const { name, fullName, statement } of module.imports.filter((one) => module.uses.has(one.name))) {
    const there = [...bound].find(([, full]) => full === fullName)?.[0];
    const free = bound.has(name) ? fullName.replaceAll('.', '_') : name;
    names.set(name, there ?? free);
    if (there !== undefined) continue;
    if (bound.has(free)) {
      throw new Refusal(
        message(
          'The file uses both names, {0} and {1}, for something else; rename one, or import {2} yourself.',
          name,
          free,
          fullName,
        ),
      );
    }
    const renamed = free === fullName ? '' : ` as ${free}`;
    imports.push(free === name ? statement : `import ${fullName}${renamed}`);
  }
  const changed: TextEdit[] = [];
  const added: string[] = [];
  for (const { name, text: wanted } of module.definitions(names)) {
    const there = definitionOf(root, name);
    if (!there) {
      if (bound.has(name)) throw taken(name);
      added.push(wanted);
    } else if (skeleton(there.text) === skeleton(wanted)) {
      changed.push({ start: there.startIndex, end: there.endIndex, newText: wanted });
    } else throw taken(name);
  }
  return { names, edits: [...changed, ...atTop(text, root, before, { imports, definitions: added })] };
}

interface Additions {
  readonly imports: readonly string[];
  readonly definitions: readonly string[];
}

/** Behind the last import before the statement; else behind the module's docstring; else before its first statement. */
function atTop(text: string, root: Node, before: Node | null, { imports, definitions }: Additions): TextEdit[] {
  if (imports.length + definitions.length === 0) return [];
  const statements = partsOf(root).filter(({ startIndex }) => startIndex < (before?.startIndex ?? Infinity));
  const last = statements.findLast(({ type }) => type.includes('import')) ?? statements.filter(isDocstring)[0];
  const block = [...(imports.length > 0 ? [imports.join('\n')] : []), ...definitions.map((one) => one.trimEnd())];
  if (last && before && lineEnd(text, last.endIndex) > before.startIndex) {
    // Import and statement share a line.
    const start = text.lastIndexOf('\n', last.startIndex - 1) + 1;
    return [{ start, end: start, newText: `${block.join('\n\n\n')}${definitions.length > 0 ? '\n\n\n' : '\n'}` }];
  }
  if (last && definitions.length === 0) {
    const start = lineEnd(text, last.endIndex);
    return [{ start, end: start, newText: `${isDocstring(last) ? '\n\n' : '\n'}${imports.join('\n')}` }];
  }
  if (last) {
    const start = lineEnd(text, last.endIndex);
    const gap = /^(?:[^\S\n]*\r?\n)*/.exec(text.slice(start))![0].split('\n').length - 1;
    const lead = imports.length > 0 && !isDocstring(last) ? '\n' : '\n\n\n';
    return [{ start, end: start, newText: `${lead}${block.join('\n\n\n')}${'\n'.repeat(Math.max(0, 3 - gap))}` }];
  }
  const [first] = partsOf(root);
  const start = first ? text.lastIndexOf('\n', first.startIndex - 1) + 1 : text.length;
  return [{ start, end: start, newText: `${block.join('\n\n\n')}${definitions.length > 0 ? '\n\n\n' : '\n\n'}` }];
}

/**
 * Where the lines end that nothing may come before: the comments above the first statement, the docstring, imports from __future__ and
 * of what pipelines are made from. `hasStatements`: there are some of the latter.
 */
export function headEnd(text: string, root: Node): { readonly end: number; readonly hasStatements: boolean } {
  const statements = partsOf(root);
  const last = statements.findLast((statement) => isDocstring(statement) || importsLibrary(statement));
  if (!last) {
    const [first] = statements;
    return { end: first ? text.lastIndexOf('\n', first.startIndex - 1) + 1 : text.length, hasStatements: false };
  }
  const end = lineEnd(text, last.endIndex);
  return { end: end + (/^\r?\n/.exec(text.slice(end, end + 2))?.[0].length ?? 0), hasStatements: true };
}

/** Also within `try` and `if`; not in functions, whose names are their own. */
function importsLibrary(statement: Node): boolean {
  const enters = ({ type }: Node): boolean => !/^(?:function|class)_definition$|^lambda$/.test(type);
  return [statement, ...(enters(statement) ? descendants(statement, enters) : [])].some(
    ({ type, text }) =>
      type === 'future_import_statement' ||
      (/^import(?:_from)?_statement$/.test(type) && /\b(?:albumentations|torchvision|torch)\b/.test(text)),
  );
}

function definitionOf(root: Node, name: string): Node | undefined {
  return partsOf(root).find(
    (node) =>
      (node.type === 'class_definition' || node.type === 'function_definition') &&
      node.childForFieldName('name')?.text === name,
  );
}

/** What two versions of one definition have in common: all but its numbers and white space. */
function skeleton(text: string): string {
  return text
    .replace(/\d+(?:\.\d+)?/g, '0')
    .replace(/\s+/g, ' ')
    .trim();
}

function taken(name: string): Refusal {
  return new Refusal(
    message(
      'The file has something of its own that is called {0}, a name that the inserted steps need. Rename it, then try again.',
      name,
    ),
  );
}

function isDocstring({ type, firstNamedChild, previousNamedSibling }: Node): boolean {
  return (
    type === 'expression_statement' &&
    firstNamedChild?.type === 'string' &&
    (previousNamedSibling === null || previousNamedSibling.type === 'comment')
  );
}

function lineEnd(text: string, offset: number): number {
  const end = /\r?\n|$/g;
  end.lastIndex = offset;
  return end.exec(text)!.index;
}
