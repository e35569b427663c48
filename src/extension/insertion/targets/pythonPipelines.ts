import type { Node } from '@vscode/tree-sitter-wasm';
import { indentAt } from '../indentation';
import { changeItems } from '../itemList';
import { message } from '../../words/message';
import type { Place } from '../place';
import { earlierSnippets } from '../python/earlierSnippets';
import { pipelineCalls, shortText, type PipelineCall, type StepsList } from '../python/pipelineCalls';
import { prerequisites } from '../python/moduleNames';
import { pythonStyle, styled } from '../python/pythonStyle';
import { outwards, topStatement } from '../python/tree';
import { Refusal } from '../../words/refusal';
import { plansFor, type StepPlan } from '../steps/planSteps';
import { lineOf, minimal } from '../textEdit';
import { exportedFor, pythonNotes, workedOut, type PythonTarget } from './pythonTarget';

/**
 * The pipelines of both libraries in a Python file; errors elsewhere in the file do not matter. Those whose steps are not one list that
 * is written out come last; they say why they cannot take the safe set.
 */
export function pythonPipelinePlaces(target: PythonTarget): Place[] {
  const { text, parser } = target;
  return parser.read(text, (root) => {
    // What a snippet of ours holds is brought up to date with it.
    const ours = earlierSnippets(root).map(({ statement }) => statement);
    const inOurs = ({ call }: PipelineCall): boolean =>
      ours.some(({ startIndex, endIndex }) => startIndex <= call.startIndex && call.endIndex <= endIndex);
    const calls = pipelineCalls(root).filter((call) => !inOurs(call));
    return [
      ...calls.flatMap(({ list, ...call }) => (list ? listPlaces(target, root, { ...call, list }) : [])),
      ...calls.filter(({ list }) => list === null).map((call) => refusingPlace(text, call)),
    ];
  });
}

interface ListedCall extends PipelineCall {
  readonly list: StepsList;
}

function listPlaces(target: PythonTarget, root: Node, found: ListedCall): Place[] {
  const { text } = target;
  const { library, list } = found;
  return plansFor(list.steps).map((plan) => ({
    label: labelOf(list.node),
    line: lineOf(text, list.node.startIndex),
    action: plan.action,
    insertion: workedOut(() => {
      const module = exportedFor(target, library);
      const { names, edits } = prerequisites(text, root, topStatement(list.node), module);
      const listed = listEdits(target, list, plan, module.steps(names));
      return { edits: minimal(text, [...edits, ...listed]), notes: pythonNotes(target, library) };
    }),
  }));
}

function refusingPlace(text: string, { call, given }: PipelineCall): Place {
  const written = shortText(given);
  return {
    label: labelOf(given),
    line: lineOf(text, call.startIndex),
    action: message('Cannot be edited: its steps are not one list that is written out ({0})', written),
    insertion: () => {
      throw new Refusal(
        message(
          'The steps of this pipeline are not one list that is written out: {0} is put together, or used elsewhere too. Write the steps into the call as one list in brackets, or insert a new pipeline at the cursor.',
          written,
        ),
      );
    },
  };
}

function listEdits(
  { text }: PythonTarget,
  { node: list, elements }: StepsList,
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

/** The statement up to the steps, and the function that holds it. */
function labelOf(steps: Node): string {
  const holders = [...outwards(steps)];
  const statement = holders.find(({ type }) => /statement$|^assignment$|^pair$|^keyword_argument$/.test(type)) ?? steps;
  const head = statement.text.slice(0, steps.startIndex - statement.startIndex + 1).replace(/\s+/g, ' ');
  const definition = holders.find(({ type }) => type === 'function_definition' || type === 'class_definition');
  const name = nameOf(definition);
  return `${name === undefined ? '' : `${name}: `}${head.length > 60 ? `${head.slice(0, 59)}…` : head}`;
}

function nameOf(definition: Node | undefined): string | undefined {
  return definition?.childForFieldName('name')?.text;
}
