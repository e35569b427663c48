import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { EventBody, Progress } from '../../src/protocol/events';
import type { DatasetSummary, FileTest, ReasonCode, Settings } from '../../src/protocol/result';
import type {
  BudgetName,
  EngineName,
  Family,
  PaperVerdict,
  Profile,
  RuleName,
  Stage,
  Task,
  Verdict,
} from '../../src/protocol/vocabulary';

/** All members of a union: the compiler refuses the object when one is missing or is none. */
const members = <Union extends string | number>(all: Readonly<Record<Union, true>>): string[] =>
  Object.keys(all).sort();

const unions = {
  Verdict: members<Verdict>({ safe: true, shifting: true, harmful: true, undecided: true }),
  PaperVerdict: members<PaperVerdict>({ safe: true, other: true, undecided: true }),
  RuleName: members<RuleName>({ interval: true, paper: true }),
  Family: members<Family>({ orientation: true, zoom: true, tone: true, sharpness: true }),
  Profile: members<Profile>({ modern: true, paper: true }),
  BudgetName: members<BudgetName>({ quick: true, standard: true, thorough: true, paper: true }),
  EngineName: members<EngineName>({ onnx: true }),
  Task: members<Task>({ classification: true, none: true }),
  Stage: members<Stage>({
    inspect: true,
    prepare: true,
    files: true,
    screening: true,
    training: true,
    measuring: true,
    closing: true,
    writing: true,
  }),
  ReasonCode: members<ReasonCode>({
    'below-threshold': true,
    'above-threshold': true,
    'across-threshold': true,
    'no-effect': true,
    'labels-change': true,
    'too-few-labels': true,
    'too-early': true,
    'once-only': true,
    'not-sensitive': true,
    'paper-rule': true,
  }),
  'DatasetSummary.channels': members<DatasetSummary['channels']>({ 1: true, 3: true }),
  'Settings.subsetPer': members<Settings['subsetPer']>({ image: true, batch: true }),
  'FileTest.channel': members<FileTest['channel']>({ Y: true, Cb: true, Cr: true, RGB: true, gray: true }),
  'progress.unit': members<Progress['unit']>({ images: true, presentations: true }),
  'event.type': members<EventBody['type']>({
    'run-started': true,
    stage: true,
    progress: true,
    metrics: true,
    evaluation: true,
    closing: true,
    preview: true,
    warning: true,
    checkpoint: true,
    'run-finished': true,
    'run-failed': true,
  }),
} as const;
type UnionName = keyof typeof unions;

const inResult: readonly UnionName[] = [
  ...(['Verdict', 'PaperVerdict', 'RuleName', 'Family', 'Profile', 'BudgetName', 'EngineName', 'Task'] as const),
  ...(['ReasonCode', 'DatasetSummary.channels', 'Settings.subsetPer', 'FileTest.channel'] as const),
];
const inSchema = {
  result: inResult,
  'safe-aug': ['Verdict', 'RuleName', 'Profile', 'BudgetName'],
  events: [...inResult, 'Stage', 'progress.unit', 'event.type'],
} as const satisfies Readonly<Record<string, readonly UnionName[]>>;

interface Node {
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly definitions?: Readonly<Record<string, Node>>;
  readonly anyOf?: readonly Node[];
}

/** The words that a schema allows where a union stands: a definition, a property of one, or a property of the events. */
function words({ definitions = {}, anyOf = [] }: Node, union: UnionName): string[] {
  const [owner, property] = union.split('.');
  const owners = definitions[owner] ? [definitions[owner]] : anyOf.filter((event) => isOwner(event, owner));
  const nodes = property === undefined ? owners : owners.map((node) => node.properties?.[property] ?? {});
  const allowed = nodes.flatMap((node) => node.enum ?? (node.const === undefined ? [] : [node.const]));
  return allowed.map(String).sort();
}

function isOwner({ properties }: Node, owner: string): boolean {
  return owner === 'event' || properties?.type?.const === owner;
}

describe.each(Object.entries(inSchema))('the words of %s', (name, used) => {
  it.each([...used])('%s are all there, and no others', async (union) => {
    const schema = JSON.parse(await readFile(`schemas/${name}.schema.json`, 'utf8')) as Node;
    expect(words(schema, union)).toEqual(unions[union]);
  });
});
