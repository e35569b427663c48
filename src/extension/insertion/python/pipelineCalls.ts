import type { Node } from '@vscode/tree-sitter-wasm';
import { stepKind, type Step, type StepLibrary } from '../steps/stepKinds';
import { isPipeline, stepOfClass } from '../steps/stepOfClass';
import { onlyValueOf } from './namedList';
import { fullName, rememberedBindings, type Bindings } from './scopes';
import { descendants, outwards, partsOf } from './tree';

/** A call such as `A.Compose([...])`. */
export interface PipelineCall {
  readonly call: Node;
  readonly library: StepLibrary;
  /** What is given as the steps. */
  readonly given: Node;
  /** Null when what is given cannot be read as one list. */
  readonly list: StepsList | null;
}

/** A list of steps that is written out, in the call or as the one value of a name that only the call uses. */
export interface StepsList {
  readonly node: Node;
  /** Without comments. */
  readonly elements: readonly Node[];
  readonly steps: readonly Step[];
}

/** The pipelines of both libraries in a file, under whatever names they are imported; code in strings and comments is none. */
export function pipelineCalls(root: Node): PipelineCall[] {
  const bindings = rememberedBindings();
  const calls: PipelineCall[] = [];
  for (const call of descendants(root)) {
    if (call.type !== 'call' || insideString(call)) continue;
    const step = stepAt(call, bindings);
    const given = givenTo(call);
    if (step.library === null || !isPipeline(step) || !given || given.hasError || insideAugmentation(call, bindings))
      continue;
    const node = isList(given) ? given : onlyValueOf(given);
    const elements = node && partsOf(node);
    const steps = elements?.map((element) => stepAt(element, bindings));
    calls.push({
      call,
      library: step.library,
      given,
      list: node && elements && steps ? { node, elements, steps } : null,
    });
  }
  return calls;
}

function stepAt(node: Node, bindings: (scope: Node) => Bindings): Step {
  const called = node.type === 'call' ? node.childForFieldName('function') : null;
  const full = called && fullName(called, bindings);
  if (!full) return ourStep(called) ?? { name: shortText(called ?? node), library: null };
  const list = listOf(node);
  return stepOfClass(full, list ? partsOf(list).map((element) => stepAt(element, bindings)) : undefined);
}

/** The class that an earlier insertion has put into the file, since torchvision has none like it. */
function ourStep(called: Node | null): Step | null {
  return called?.text === 'SomeOf' ? { name: 'SomeOf', library: 'torchvision' } : null;
}

/** The list among the arguments of a call. */
function listOf(call: Node): Node | null {
  const given = givenTo(call);
  return given && isList(given) ? given : null;
}

/** The steps among the arguments of a call: the first one, or the one named transforms. */
function givenTo(call: Node): Node | null {
  const parts = partsOf(call.childForFieldName('arguments') ?? call);
  const named = parts.find(
    (part) => part.type === 'keyword_argument' && part.childForFieldName('name')?.text === 'transforms',
  );
  const [first] = parts.filter(({ type }) => type !== 'keyword_argument');
  return named?.childForFieldName('value') ?? first ?? null;
}

function isList({ type }: Node): boolean {
  return type === 'list' || type === 'tuple';
}

/** In the braces of an f-string, where older Pythons take no line breaks. */
function insideString(call: Node): boolean {
  return [...outwards(call)].some(({ type }) => type === 'interpolation');
}

/** What is in an augmentation is replaced with it. */
function insideAugmentation(call: Node, bindings: (scope: Node) => Bindings): boolean {
  for (const outer of outwards(call)) {
    if (outer.id === call.id || outer.type !== 'call') continue;
    const step = stepAt(outer, bindings);
    if (step.library !== null && !isPipeline(step) && stepKind(step) === 'augments') return true;
  }
  return false;
}

/** The start of an expression, to name it by. */
export function shortText(node: Node): string {
  return node.text.split('\n')[0].slice(0, 40);
}
