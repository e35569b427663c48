import type { Node } from '@vscode/tree-sitter-wasm';
import { provenanceOf } from '../../../export/provenance';
import { comments } from '../../../export/python/literal';
import { hanging, indentAt } from '../indentation';
import { english, message } from '../message';
import type { Place } from '../place';
import { prerequisites } from '../python/moduleNames';
import { pythonStyle, styled } from '../python/pythonStyle';
import { partsOf, topStatement } from '../python/tree';
import type { StepLibrary } from '../steps/stepKinds';
import { lineOf, minimal } from '../textEdit';
import { exportedFor, pythonNotes, workedOut, type PythonTarget } from './pythonTarget';

/** A statement that defines `safe_transforms`, at the cursor, in either library; the one that the file imports comes first. */
export function pythonSnippetPlaces(target: PythonTarget, cursor: number): Place[] {
  const { text, parser } = target;
  const libraries: readonly StepLibrary[] =
    /\btorchvision\b/.test(text) && !/\balbumentations\b/.test(text)
      ? ['torchvision', 'albumentations']
      : ['albumentations', 'torchvision'];
  return parser.read(text, (root) => {
    const { offset, indent, statement } = spotFor(text, root, cursor);
    return libraries.map((library) => ({
      label: 'safe_transforms = …',
      line: lineOf(text, offset),
      action:
        library === 'albumentations'
          ? message('Inserts a new Albumentations pipeline at the cursor')
          : message('Inserts a new torchvision pipeline at the cursor'),
      insertion: workedOut(() => {
        const module = exportedFor(target, library);
        const { names, edits } = prerequisites(text, root, statement, module);
        const value = styled(module.pipeline(names), indent, 'safe_transforms = '.length, pythonStyle(text));
        const notes = pythonNotes(target, library);
        const { facts } = provenanceOf(target.safeSet.exported);
        const head = comments([...facts, ...notes.map((note) => `Warning: ${english(note)}`)]);
        const snippet = `${indent}${hanging(head, indent)}${indent}safe_transforms = ${value}\n`;
        const lead = offset > 0 && text[offset - 1] !== '\n' ? '\n' : '';
        return {
          edits: minimal(text, [...edits, { start: offset, end: offset, newText: lead + snippet }]),
          notes,
        };
      }),
    }));
  });
}

interface Spot {
  readonly offset: number;
  readonly indent: string;
  /** The top-level statement that imports must come before; null at the file's end. */
  readonly statement: Node | null;
}

/** The start of the cursor's line; a line inside a statement gives way to that statement's first. */
function spotFor(text: string, root: Node, cursor: number): Spot {
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
