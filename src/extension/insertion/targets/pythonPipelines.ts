import type { Node } from '@vscode/tree-sitter-wasm';
import { indentAt } from '../indentation';
import { changeItems } from '../itemList';
import type { Place } from '../place';
import { pipelineCalls, type PipelineCall } from '../python/pipelineCalls';
import { prerequisites } from '../python/moduleNames';
import { pythonStyle, styled } from '../python/pythonStyle';
import { outwards, topStatement } from '../python/tree';
import { plansFor, type StepPlan } from '../steps/planSteps';
import { lineOf, minimal } from '../textEdit';
import { exportedFor, pythonNotes, workedOut, type PythonTarget } from './pythonTarget';

/** The pipelines of both libraries that a Python file writes out as lists; errors elsewhere in the file do not matter. */
export function pythonPipelinePlaces(target: PythonTarget): Place[] {
  const { text, parser } = target;
  return parser.read(text, (root) =>
    pipelineCalls(root).flatMap((found) =>
      plansFor(found.steps).map((plan) => ({
        label: labelOf(found),
        line: lineOf(text, found.call.startIndex),
        action: plan.action,
        insertion: workedOut(() => {
          const module = exportedFor(target, found.library);
          const { names, edits } = prerequisites(text, root, topStatement(found.call), module);
          const list = listEdits(target, found, plan, module.steps(names));
          return { edits: minimal(text, [...edits, ...list]), notes: pythonNotes(target, found.library) };
        }),
      })),
    ),
  );
}

function listEdits(
  { text }: PythonTarget,
  { list, elements }: PipelineCall,
  { removed, at }: StepPlan,
  steps: ReturnType<ReturnType<typeof exportedFor>['steps']>,
) {
  const style = pythonStyle(text);
  const closeIndent = indentAt(text, list.startIndex);
  const onOwnLine = elements.find(({ startIndex }) => indentAt(text, startIndex).length === column(text, startIndex));
  const indent = onOwnLine ? indentAt(text, onOwnLine.startIndex) : closeIndent + style.indent;
  return changeItems(
    text,
    {
      start: list.startIndex + 1,
      end: list.endIndex - 1,
      items: elements.map(({ startIndex, endIndex }) => ({ start: startIndex, end: endIndex })),
      brackets: true,
      trailingComma: true,
      comment: 'hash',
      indent,
      closeIndent,
    },
    { removed, at, added: steps.map((step) => styled(step, indent, 1, style)) },
  );
}

function column(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** The statement up to the list, and the function that holds it. */
function labelOf({ call, list }: PipelineCall): string {
  const holders = [...outwards(call)];
  const statement = holders.find(({ type }) => /statement$|^assignment$|^pair$|^keyword_argument$/.test(type)) ?? call;
  const head = statement.text.slice(0, list.startIndex - statement.startIndex + 1).replace(/\s+/g, ' ');
  const definition = holders.find(({ type }) => type === 'function_definition' || type === 'class_definition');
  const name = nameOf(definition);
  return `${name === undefined ? '' : `${name}: `}${head.length > 60 ? `${head.slice(0, 59)}…` : head}`;
}

function nameOf(definition: Node | undefined): string | undefined {
  return definition?.childForFieldName('name')?.text;
}
