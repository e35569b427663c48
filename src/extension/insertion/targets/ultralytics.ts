import { assign } from '../config/assign';
import { childOf, type ConfigDocument, type ConfigNode } from '../config/configDocument';
import { checked } from '../config/readConfig';
import type { Values } from '../config/value';
import { Real } from '../../../export/albumentations/node';
import { message, type Message } from '../../words/message';
import type { Place } from '../place';
import type { SafeSet } from '../safeSet';
import { notesOf } from './notes';

interface Argument {
  readonly name: string;
  /** The transforms that it stands for. It is used when all of them are safe, and switched off when one is not. */
  readonly transforms: readonly string[];
  /** Its value when they are safe. */
  value(safeSet: SafeSet): number;
}

/** The arguments of Ultralytics' YOLO that a verdict speaks of. */
const settable: readonly Argument[] = [
  { name: 'fliplr', transforms: ['HorizontalFlip'], value: ({ use }) => use.p },
  { name: 'flipud', transforms: ['VerticalFlip'], value: ({ use }) => use.p },
  { name: 'degrees', transforms: ['ShiftScaleRotate'], value: largest('ShiftScaleRotate', 'rotateLimit') },
  { name: 'translate', transforms: ['ShiftScaleRotate'], value: largest('ShiftScaleRotate', 'shiftLimit') },
  { name: 'scale', transforms: ['ShiftScaleRotate'], value: largest('ShiftScaleRotate', 'scaleLimit') },
  // It multiplies, as RandomContrast of Albumentations 2 does; RandomBrightness adds.
  { name: 'hsv_v', transforms: ['RandomBrightness', 'RandomContrast'], value: brightness },
];

/** Its other augmentations, of which no verdict speaks. */
const unjudged = [
  'hsv_h',
  'hsv_s',
  'shear',
  'perspective',
  'bgr',
  'mosaic',
  'mixup',
  'cutmix',
  'copy_paste',
  'erasing',
];
/** Applied by Ultralytics itself, with probability 0.01, where Albumentations is installed. */
const builtIn = ['Blur', 'CLAHE', 'ToGray'];

/** Whether a map has the augmentation arguments of Ultralytics. */
export function isUltralytics(root: ConfigNode): boolean {
  const known = [...settable.map(({ name }) => name), ...unjudged];
  return root.entries.filter(({ key }) => known.includes(key)).length >= 3;
}

/** The top of a file of Ultralytics arguments. */
export function ultralyticsPlaces(text: string, document: ConfigDocument, safeSet: SafeSet): Place[] {
  return document.roots.filter(isUltralytics).map((root) => {
    const values = argumentsFor(safeSet);
    const written = Object.entries(values).map(([name, value]) => `${name} ${(value as Real).value}`);
    return {
      label: 'Ultralytics',
      line: 1,
      action:
        written.length > 0
          ? message('Sets {0}; keeps all other arguments', written.join(', '))
          : message('Sets nothing: no verdict speaks of an argument'),
      insertion: () => ({
        edits: checked(text, document.format, assign(document, root, [], values)),
        notes: [...notesOf(safeSet), ...notesFor(safeSet, root)],
      }),
    };
  });
}

function argumentsFor(safeSet: SafeSet): Values {
  return Object.fromEntries(
    settable.flatMap((argument): [string, Real][] => {
      const verdict = verdictOf(argument, safeSet);
      if (verdict === 'unsafe') return [[argument.name, new Real(0)]];
      return verdict === 'safe' ? [[argument.name, new Real(argument.value(safeSet))]] : [];
    }),
  );
}

function verdictOf({ transforms }: Argument, { verdicts, members }: SafeSet): 'safe' | 'unsafe' | 'open' {
  if (transforms.some((name) => verdicts[name] === 'shifting' || verdicts[name] === 'harmful')) return 'unsafe';
  return transforms.every((name) => members.some((member) => member.name === name)) ? 'safe' : 'open';
}

function notesFor(safeSet: SafeSet, root: ConfigNode): Message[] {
  const { verdicts, members } = safeSet;
  const expressed = settable
    .filter((argument) => verdictOf(argument, safeSet) === 'safe')
    .flatMap(({ transforms }) => transforms);
  const lost = members.map(({ name }) => name).filter((name) => !expressed.includes(name));
  const open = settable.filter((argument) => verdictOf(argument, safeSet) === 'open').map(({ name }) => name);
  const untouched = [...open, ...unjudged.filter((name) => childOf(root, name) !== undefined)];
  const unsafe = builtIn.filter((name) => verdicts[name] === 'shifting' || verdicts[name] === 'harmful');
  const moves = verdictOf(settable[2], safeSet) === 'safe';
  const list = (names: readonly string[]): string => names.join(', ');
  return [
    ...(lost.length > 0 ? [message('Safe, but Ultralytics has no argument for: {0}.', list(lost))] : []),
    ...(untouched.length > 0 ? [message('Left as it is, since no verdict speaks of it: {0}.', list(untouched))] : []),
    ...(moves
      ? [message('degrees, translate and scale move every picture: Ultralytics has no probability for them.')]
      : []),
    ...(unsafe.length > 0
      ? [
          message(
            'Not safe, and not to be switched off here: {0}. Ultralytics applies them to 1 in 100 pictures where Albumentations is installed.',
            list(unsafe),
          ),
        ]
      : []),
  ];
}

/** The larger end of a judged range; Ultralytics draws from both sides alike. */
function largest(name: string, setting: string): (safeSet: SafeSet) => number {
  return ({ members }) => {
    const range = members.find((member) => member.name === name)?.params[setting];
    return typeof range === 'object' ? Math.max(...range.map(Math.abs)) : 0;
  };
}

function brightness(safeSet: SafeSet): number {
  return Math.min(
    largest('RandomBrightness', 'brightnessLimit')(safeSet),
    largest('RandomContrast', 'contrastLimit')(safeSet),
  );
}
