import type { AlbumentationsVersion } from '../../../export/target';
import { childOf, textOf, type ConfigDocument, type ConfigNode } from '../config/configDocument';
import { formatKeyPath } from '../config/keyPath';
import { checked } from '../config/readConfig';
import { saysAlready } from '../config/sameValue';
import type { Value } from '../config/value';
import { message, type Message } from '../../words/message';
import type { Place } from '../place';
import type { SafeSet } from '../safeSet';
import { plansFor, type StepPlan } from '../steps/planSteps';
import { stepKind, type Step, type StepLibrary } from '../steps/stepKinds';
import { isPipeline, stepOfClass } from '../steps/stepOfClass';
import { albumentationsSteps, hydraSteps } from '../steps/stepValues';
import { lineOf, type TextEdit } from '../textEdit';
import { notesOf } from './notes';
import { torchvisionPlace } from './torchvisionLists';

/** How a document names the class of a step: as Albumentations' own documents do, or as Hydra does. */
export type StepStyle = 'albumentations' | 'hydra';

const classKeys = { albumentations: '__class_fullname__', hydra: '_target_' } as const;

export interface StepListOptions {
  readonly text: string;
  readonly document: ConfigDocument;
  readonly safeSet: SafeSet;
  /** Whose argument names to write where the document does not say. */
  readonly albumentations: AlbumentationsVersion;
}

interface StepList {
  readonly root: ConfigNode;
  readonly list: ConfigNode;
  readonly style: StepStyle;
  /** Whose steps it holds. */
  readonly library: StepLibrary;
}

/**
 * The pipelines of a document: the `transforms` of an Albumentations document, and lists of steps for Hydra. Those of torchvision
 * come last; they say why they cannot take the safe set.
 */
export function stepListPlaces(options: StepListOptions): Place[] {
  const { text, document } = options;
  const lists = document.roots.flatMap((root, index) => {
    const prefix = document.roots.length > 1 ? `#${index + 1} ` : '';
    return [...stepLists(text, root, root, null)].map((found) => ({ found, prefix }));
  });
  const possible = lists.filter(({ found }) => found.library === 'albumentations');
  const refused = lists.filter(({ found }) => found.library === 'torchvision');
  return [...possible, ...refused].flatMap(({ found, prefix }) =>
    stepListPlacesAt(options, found).map((place) => ({ ...place, label: prefix + place.label })),
  );
}

/** The places that one list of steps makes: its augmentations alone, and all of it. */
export function stepListPlacesAt(options: StepListOptions, { root, list, style, library }: StepList): Place[] {
  const { text, document, safeSet } = options;
  if (library === 'torchvision') return [torchvisionPlace(text, list)];
  const { version, notes } = versionIn(root, options);
  const steps = list.items.map((item) => stepAt(text, item, style));
  const values = style === 'hydra' ? hydraSteps(safeSet, version) : albumentationsSteps(safeSet, version);
  return plansFor(steps).map((plan) => ({
    label: formatKeyPath(list.path),
    line: lineOf(text, list.start),
    action: plan.action,
    insertion: () => ({
      edits: checked(text, document.format, editsFor(document, list, plan, values)),
      notes: [...notesOf(safeSet), ...notes],
    }),
  }));
}

/** Whether a list holds steps in this style, at least one of them of Albumentations. */
export function holdsSteps(text: string, list: ConfigNode, style: StepStyle): boolean {
  return libraryOf(text, list, style) === 'albumentations';
}

/** Whose steps a list holds; a list of both is Albumentations'. */
export function libraryOf(text: string, list: ConfigNode, style: StepStyle): StepLibrary | null {
  const libraries = list.items.map((item) => stepAt(text, item, style).library);
  return libraries.find((one) => one === 'albumentations') ?? libraries.find((one) => one !== null) ?? null;
}

function editsFor(document: ConfigDocument, list: ConfigNode, plan: StepPlan, values: readonly Value[]): TextEdit[] {
  if (list.kind === 'empty') return document.replace(list, values);
  const gone = list.items.filter((_, index) => plan.removed.has(index));
  const inPlace = gone.length === values.length && plan.removed.has(plan.at);
  if (inPlace && gone.every((node, index) => saysAlready(node, values[index]))) return [];
  return document.changeList(list, { removed: plan.removed, at: plan.at, added: values });
}

function* stepLists(text: string, root: ConfigNode, node: ConfigNode, inside: Step | null): Generator<StepList> {
  const style = styleOf(node);
  const own = style && stepAt(text, node, style);
  for (const { key, node: child } of node.entries) {
    const listed = child.kind === 'list' || child.kind === 'empty';
    if (listed && own && key === 'transforms') {
      // Steps inside of an augmentation are replaced with it.
      const { library } = own;
      if (library !== null && (isPipeline(own) || stepKind(own) === 'unknown')) {
        yield { root, list: child, style, library };
      }
    } else if (child.kind === 'list' && inside === null) {
      const library = libraryOf(text, child, 'hydra');
      if (library !== null) yield { root, list: child, style: 'hydra', library };
    }
    yield* stepLists(text, root, child, own ?? inside);
  }
  for (const item of node.items) yield* stepLists(text, root, item, inside);
}

function styleOf(node: ConfigNode): StepStyle | null {
  if (textOf(node, classKeys.albumentations) !== undefined) return 'albumentations';
  return textOf(node, classKeys.hydra) !== undefined ? 'hydra' : null;
}

function stepAt(text: string, node: ConfigNode, style: StepStyle): Step {
  const fullName = textOf(node, classKeys[style]);
  if (fullName === undefined)
    return { name: text.slice(node.start, node.end).split('\n')[0].slice(0, 40), library: null };
  const children = childOf(node, 'transforms')?.items.map((item) => stepAt(text, item, style));
  // Albumentations' documents leave the package of its own classes out.
  const short = style === 'albumentations' && !fullName.includes('.');
  return stepOfClass(short ? `albumentations.${fullName}` : fullName, children);
}

/** A document says whose argument names it has, and SomeOf has not always heeded the p of its steps. */
function versionIn(
  root: ConfigNode,
  { albumentations }: StepListOptions,
): { version: AlbumentationsVersion; notes: readonly Message[] } {
  const written = textOf(root, '__version__');
  const numbers = written?.split('.').map(Number) ?? [];
  if (written === undefined || numbers.length < 2 || numbers.some(Number.isNaN))
    return { version: albumentations, notes: [] };
  const [major, minor, patch = 0] = numbers;
  const rank = major * 1e6 + minor * 1e3 + patch;
  if (rank >= 2_002_000) return { version: 'x', notes: [] };
  const old = message(
    'The file was written by Albumentations {0}; before 2.0.6, SomeOf applies every transform that it draws, whatever its p.',
    written,
  );
  return { version: '2.0.8', notes: rank < 2_000_006 ? [old] : [] };
}
