import type { Node } from '@vscode/tree-sitter-wasm';
import type { StepLibrary } from '../steps/stepKinds';
import { fullName, rememberedBindings, type Bindings } from './scopes';
import { descendants, partsOf } from './tree';

/** The name that an inserted pipeline gets. */
export const snippetName = 'safe_transforms';

/** A statement that an earlier insertion has written, with the comments that say where it comes from. */
export interface EarlierSnippet {
  readonly statement: Node;
  /** Where its comments start. */
  readonly start: number;
  readonly library: StepLibrary;
}

/**
 * The statements `safe_transforms = …` below a comment of Safe Aug's that still hold nothing but what an insertion writes; one that was
 * built upon is its author's.
 */
export function earlierSnippets(root: Node): EarlierSnippet[] {
  const bindings = rememberedBindings();
  return [...descendants(root)].flatMap((node) => {
    const [assignment] = partsOf(node);
    if (node.type !== 'expression_statement' || assignment?.type !== 'assignment') return [];
    const value = assignment.childForFieldName('right');
    const library = value && libraryOf(value, bindings);
    const start = commentsAbove(node);
    if (assignment.childForFieldName('left')?.text !== snippetName || !library || start === null) return [];
    return [{ statement: node, start, library }];
  });
}

/** `A.Compose` of one SomeOf or of nothing, the file's own SomeOf, or torchvision's identity. */
function libraryOf(value: Node, bindings: (scope: Node) => Bindings): StepLibrary | null {
  const called = value.type === 'call' ? value.childForFieldName('function') : null;
  if (!called) return null;
  if (called.text === 'SomeOf') return 'torchvision';
  const full = fullName(called, bindings) ?? '';
  if (/^torchvision\.transforms\..*\bIdentity$/.test(full)) return 'torchvision';
  if (!/^albumentations\.(?:.*\.)?Compose$/.test(full)) return null;
  const [list] = partsOf(value.childForFieldName('arguments')!);
  const steps = list?.type === 'list' ? partsOf(list) : null;
  const isOurs = steps?.every((step) => /(?:^|\.)SomeOf$/.test(step.childForFieldName('function')?.text ?? ''));
  return isOurs && steps && steps.length <= 1 ? 'albumentations' : null;
}

/** Where the comment starts that Safe Aug has put on the lines right above a statement; null = there is none. */
function commentsAbove(statement: Node): number | null {
  let start: number | null = null;
  let below = statement;
  for (let node = statement.previousNamedSibling; node?.type === 'comment'; node = node.previousNamedSibling) {
    if (node.endPosition.row !== below.startPosition.row - 1) break;
    if (node.text.startsWith('# Safe Aug ')) start = node.startIndex;
    below = node;
  }
  return start;
}
