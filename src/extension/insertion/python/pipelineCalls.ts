import type { Node } from '@vscode/tree-sitter-wasm';
import { stepKind, type Step } from '../steps/stepKinds';
import { isPipeline, stepOfClass } from '../steps/stepOfClass';
import { fullName, rememberedBindings, type Bindings } from './scopes';
import { descendants, outwards, partsOf } from './tree';

/** A call such as `A.Compose([...])` with its list written out. */
export interface PipelineCall {
  readonly call: Node;
  readonly list: Node;
  /** Of the list, without comments. */
  readonly elements: readonly Node[];
  readonly steps: readonly Step[];
  readonly library: 'albumentations' | 'torchvision';
}

/** The pipelines of both libraries in a file, under whatever names they are imported; code in strings and comments is none. */
export function pipelineCalls(root: Node): PipelineCall[] {
  const bindings = rememberedBindings();
  const calls: PipelineCall[] = [];
  for (const call of descendants(root)) {
    if (call.type !== 'call') continue;
    const step = stepAt(call, bindings);
    const list = listOf(call);
    if (step.library === null || !isPipeline(step) || !list || list.hasError || insideAugmentation(call, bindings))
      continue;
    const elements = partsOf(list);
    calls.push({
      call,
      list,
      elements,
      steps: elements.map((element) => stepAt(element, bindings)),
      library: step.library,
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

/** The list among the arguments of a call: the first one, or the one named transforms. */
function listOf(call: Node): Node | null {
  const given = call.childForFieldName('arguments');
  if (!given) return null;
  const [first] = partsOf(given);
  const named = partsOf(given).find(
    (part) => part.type === 'keyword_argument' && part.childForFieldName('name')?.text === 'transforms',
  );
  const found = named?.childForFieldName('value') ?? first;
  return found && (found.type === 'list' || found.type === 'tuple') ? found : null;
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

function shortText(node: Node): string {
  return node.text.split('\n')[0].slice(0, 40);
}
