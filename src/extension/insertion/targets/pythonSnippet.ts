import type { Node } from '@vscode/tree-sitter-wasm';
import { provenanceFacts } from '../../../export/provenance';
import { comments } from '../../../export/python/literal';
import { hanging, indentAt } from '../indentation';
import { english, message } from '../../words/message';
import type { Insertion, Place } from '../place';
import { earlierSnippets, snippetName } from '../python/earlierSnippets';
import { headEnd, prerequisites } from '../python/moduleNames';
import { pythonStyle, styled } from '../python/pythonStyle';
import { partsOf, topStatement } from '../python/tree';
import type { StepLibrary } from '../steps/stepKinds';
import { lineOf, minimal, type TextEdit } from '../textEdit';
import { exportedFor, pythonNotes, workedOut, type PythonTarget } from './pythonTarget';

/**
 * A statement that defines `safe_transforms`: what an earlier insertion has written, brought up to date, and a new one at the cursor in
 * each library that has none yet; the one that the file imports comes first.
 */
export function pythonSnippetPlaces(target: PythonTarget, cursor: number): Place[] {
  const { text, parser } = target;
  const libraries: readonly StepLibrary[] =
    /\btorchvision\b/.test(text) && !/\balbumentations\b/.test(text)
      ? ['torchvision', 'albumentations']
      : ['albumentations', 'torchvision'];
  return parser.read(text, (root) => {
    const earlier = earlierSnippets(root);
    const missing = libraries.filter((library) => !earlier.some((one) => one.library === library));
    const spot = spotFor(text, root, cursor);
    return [
      ...earlier.map(({ statement, start, library }) => ({
        label: `${snippetName} = …`,
        line: lineOf(text, statement.startIndex),
        action: message('Brings the pipeline that Safe Aug inserted here up to date'),
        insertion: workedOut(() => {
          const indent = indentAt(text, start);
          const at = { indent, statement: topStatement(statement) };
          return snippet(target, root, library, at, (code) => ({
            start,
            end: statement.endIndex,
            newText: code.trim(),
          }));
        }),
      })),
      ...missing.map((library) => ({
        label: `${snippetName} = …`,
        line: lineOf(text, spot.offset),
        action:
          library === 'albumentations'
            ? message('Inserts a new Albumentations pipeline at the cursor')
            : message('Inserts a new torchvision pipeline at the cursor'),
        insertion: workedOut(() => {
          const { offset } = spot;
          const lead = (offset > 0 && text[offset - 1] !== '\n' ? '\n' : '') + (spot.isBelowHead ? '\n' : '');
          return snippet(target, root, library, spot, (code) => ({ start: offset, end: offset, newText: lead + code }));
        }),
      })),
    ];
  });
}

/** Comments and statement with what they need at the file's top; `edit` says where they go. */
function snippet(
  target: PythonTarget,
  root: Node,
  library: StepLibrary,
  { indent, statement }: Pick<Spot, 'indent' | 'statement'>,
  edit: (code: string) => TextEdit,
): Insertion {
  const { text, safeSet } = target;
  const module = exportedFor(target, library);
  const { names, edits } = prerequisites(text, root, statement, module);
  const value = styled(module.pipeline(names), indent, `${snippetName} = `.length, pythonStyle(text));
  const notes = pythonNotes(target, library);
  const head = comments([...provenanceFacts(safeSet.judged), ...notes.map((note) => `Warning: ${english(note)}`)]);
  const code = `${indent}${hanging(head, indent)}${indent}${snippetName} = ${value}\n`;
  return { edits: minimal(text, [...edits, edit(code)]), notes };
}

interface Spot {
  readonly offset: number;
  readonly indent: string;
  /** The top-level statement that imports must come before; null at the file's end. */
  readonly statement: Node | null;
  /** Directly behind the file's docstring and imports. */
  readonly isBelowHead?: boolean;
}

/** Where the cursor is, or below what must come first: the cursor of a file that was just opened is above its imports. */
function spotFor(text: string, root: Node, cursor: number): Spot {
  const spot = spotAt(text, root, cursor);
  const head = headEnd(text, root);
  if (spot.indent !== '' || spot.offset >= head.end) return spot;
  const statement = partsOf(root).find(({ startIndex }) => startIndex >= head.end) ?? null;
  return { offset: head.end, indent: '', statement, isBelowHead: head.hasStatements };
}

/** The start of the cursor's line; a line inside a statement gives way to that statement's first. */
function spotAt(text: string, root: Node, cursor: number): Spot {
  const lineStart = text.lastIndexOf('\n', cursor - 1) + 1;
  const line = /[^\r\n]*/y;
  line.lastIndex = lineStart;
  const content = line.exec(text)![0];
  const block = blockAt(root, cursor);
  const inside = partsOf(block).find(
    ({ startIndex, endIndex }) => startIndex <= lineStart + content.length && lineStart < endIndex,
  );
  const next = inside ?? partsOf(block).find(({ startIndex }) => startIndex >= cursor);
  const top = inside ?? next;
  const statement = block.type === 'module' ? (top ?? null) : topStatement(block);
  if (inside) {
    const offset = text.lastIndexOf('\n', inside.startIndex - 1) + 1;
    return { offset, indent: indentAt(text, inside.startIndex), statement };
  }
  const sibling = partsOf(block)[0];
  return {
    offset: lineStart,
    indent: block.type === 'module' || !sibling ? '' : indentAt(text, sibling.startIndex),
    statement,
  };
}

/** The innermost block of statements that holds the cursor's line. */
function blockAt(root: Node, cursor: number): Node {
  let block = root;
  for (let node = root.descendantForIndex(cursor); node; node = node.parent) {
    if (node.type === 'block') {
      block = node;
      break;
    }
  }
  return block;
}
