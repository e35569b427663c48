import { assign, setValue } from '../config/assign';
import { nodesIn, textOf, type ConfigDocument, type ConfigNode } from '../config/configDocument';
import { formatKeyPath, type KeyPath } from '../config/keyPath';
import { checked } from '../config/readConfig';
import type { Value, Values } from '../config/value';
import { message, type Message } from '../../words/message';
import type { Place } from '../place';
import type { SafeSet } from '../safeSet';
import { albumentationsSteps, hydraSteps } from '../steps/stepValues';
import { lineOf } from '../textEdit';
import { notesOf } from './notes';
import { holdsSteps, libraryOf, stepListPlacesAt, type StepListOptions } from './stepLists';

/**
 * What is written at a key path. `hydra`, `albumentations`: a list of steps. `settings`: the keys judgedSize, safeSet and use, as in
 * safe-aug.json; other keys beside them stay. `names`: a list of the transforms' names.
 */
export type ValueForm = 'hydra' | 'albumentations' | 'settings' | 'names';

/** A key path of a document, to pick from. */
export interface KeyPathChoice {
  /** Index of the document in the file. */
  readonly root: number;
  readonly path: KeyPath;
  readonly label: string;
  /** What is there now. */
  readonly found: Message;
  readonly line: number;
}

const likely = /augment|transform|pipeline|polic|safe.?aug/i;

/** The paths of all maps, lists and values that have a key, those that speak of augmentation first. */
export function keyPathsOf(text: string, { roots }: ConfigDocument): KeyPathChoice[] {
  const choices = roots.flatMap((node, root) =>
    [...nodesIn(node)]
      .filter(({ path }) => typeof path.at(-1) === 'string' && path.at(-1) !== '<<')
      .map((found) => ({
        root,
        path: found.path,
        label: `${roots.length > 1 ? `#${root + 1} ` : ''}${formatKeyPath(found.path)}`,
        found: describe(text, found),
        line: lineOf(text, found.start),
      })),
  );
  const rank = ({ path }: KeyPathChoice): number => (path.some((key) => likely.test(String(key))) ? 0 : 1);
  return choices.sort((a, b) => rank(a) - rank(b));
}

/** The forms that can stand at a path, the likeliest first. */
export function formsAt(
  { text, document }: Pick<StepListOptions, 'text' | 'document'>,
  root: ConfigNode,
  path: KeyPath,
): ValueForm[] {
  if (document.format === 'toml') return ['settings', 'names'];
  const node = nodeAt(root, path);
  const steps = (['hydra', 'albumentations'] as const).filter(
    (style) => node?.kind === 'list' && holdsSteps(text, node, style),
  );
  const hydra = /\b_target_["']?\s*:/.test(text) || /\bdefaults\s*:/.test(text);
  const usual: ValueForm[] = hydra
    ? ['hydra', 'settings', 'albumentations', 'names']
    : ['settings', 'hydra', 'albumentations', 'names'];
  return [...steps, ...usual.filter((form) => !steps.some((step) => step === form))];
}

export interface KeyPathTarget extends StepListOptions {
  readonly root: ConfigNode;
  readonly path: KeyPath;
  readonly form: ValueForm;
}

/** The places that a key path makes: one, or two where a list has steps that may stay. */
export function keyPathPlaces(target: KeyPathTarget): Place[] {
  const { text, document, root, path, form, safeSet, albumentations } = target;
  const node = nodeAt(root, path);
  if (node?.kind === 'list' && (form === 'hydra' || form === 'albumentations')) {
    const holder = nodeAt(root, path.slice(0, -1));
    const ofTorchvision = holder !== undefined && textOf(holder, '_target_')?.startsWith('torchvision.');
    const library = ofTorchvision ? 'torchvision' : libraryOf(text, node, form);
    if (library !== null || node.items.length === 0)
      return stepListPlacesAt(target, { root, list: node, style: form, library: library ?? 'albumentations' });
  }
  const edits = () => {
    if (form === 'settings') return assign(document, root, path, settingsOf(safeSet));
    const values: Readonly<Record<Exclude<ValueForm, 'settings'>, () => readonly Value[]>> = {
      hydra: () => hydraSteps(safeSet, albumentations),
      albumentations: () => albumentationsSteps(safeSet, albumentations),
      names: () => safeSet.members.map(({ name }) => name),
    };
    return setValue(document, root, path, values[form]());
  };
  return [
    {
      label: formatKeyPath(path),
      line: lineOf(text, node?.start ?? root.end),
      action: actionOf(text, node, form),
      insertion: () => ({ edits: checked(text, document.format, edits()), notes: notesOf(safeSet) }),
    },
  ];
}

/** The fields of safe-aug.json that a program needs to use the set. */
function settingsOf({ judgedSize, members, use }: SafeSet): Values {
  const safeSet = members.map(({ name, params }) => ({ name, params }));
  return { judgedSize, safeSet, use: { subsetSize: use.subsetSize, p: use.p } };
}

function actionOf(text: string, node: ConfigNode | undefined, form: ValueForm): Message {
  if (node === undefined) return message('Adds the key');
  if (form === 'settings' && node.kind === 'map')
    return message('Sets judgedSize, safeSet and use; keeps all other keys');
  switch (node.kind) {
    case 'map':
    case 'list':
      return message('Replaces {0}', describe(text, node));
    case 'empty':
      return message('Fills the empty key');
    default:
      return message('Replaces {0}', firstLine(text, node));
  }
}

function describe(text: string, node: ConfigNode): Message {
  switch (node.kind) {
    case 'map':
      return counted(node.entries.length, message('a map of one key'), (count) => message('a map of {0} keys', count));
    case 'list':
      return counted(node.items.length, message('a list of one item'), (count) =>
        message('a list of {0} items', count),
      );
    case 'empty':
      return message('nothing');
    default:
      return message('{0}', firstLine(text, node));
  }
}

function counted(count: number, one: Message, several: (count: number) => Message): Message {
  return count === 1 ? one : several(count);
}

function firstLine(text: string, { start, end }: ConfigNode): string {
  return text.slice(start, end).split('\n')[0].slice(0, 60);
}

function nodeAt(root: ConfigNode, path: KeyPath): ConfigNode | undefined {
  const wanted = formatKeyPath(path);
  return [...nodesIn(root)].find((node) => formatKeyPath(node.path) === wanted);
}
