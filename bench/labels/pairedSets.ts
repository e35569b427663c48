import type { Image } from '../../src/augment/image';
import type { Random } from '../../src/random/random';
import { drawSign } from './drawSign';
import { drawStripes } from './drawStripes';
import type { ContrastRange } from './paint';

/** A set of two classes whose broken labels follow from how it is drawn. */
export interface PairedSet {
  readonly name: string;
  readonly classes: readonly [string, string];
  /** One picture of a class (index). */
  draw(random: Random, label: number, size: number): Image;
  /** Transforms that turn either class into the other, with the outcomes that do so (null: the transform has none). */
  readonly breaks: Readonly<Record<string, readonly (string | null)[]>>;
  /** Transforms of which nobody can say: they give pictures that belong to neither class. */
  readonly unclear: readonly string[];
}

const either = (random: Random, first: number): boolean => random.next() < first;

/**
 * Stripes stand out by their repetition: as strong as the signs, every one was told and nothing was harder. About as strong as
 * the noise at most, they leave something to be gained by looking at the tint, which gray takes away.
 */
const faint: ContrastRange = [6, 18];

/**
 * Two pairs of sets. In a pair the pictures are of one kind and only the label differs: in the first set it is what a turn or
 * a flip exchanges, in the second it is not. There nine tenths of the pictures lie the same way and the tint goes with the
 * class in 85 of 100, so that turns, flips, gray and crops cost a weak head points without any label becoming wrong.
 */
export const pairedSets: readonly PairedSet[] = [
  {
    name: 'signs by direction',
    classes: ['left', 'right'],
    draw: (random, label, size) =>
      drawSign(
        random,
        {
          direction: label === 0 ? 'left' : 'right',
          tip: either(random, 0.5) ? 'pointed' : 'blunt',
          tint: either(random, 0.5) ? 'warm' : 'cool',
        },
        size,
      ),
    breaks: { HorizontalFlip: [null], RandomRotate90: ['180°'] },
    unclear: ['RandomRotate90', 'Transpose'],
  },
  {
    name: 'signs by tip',
    classes: ['blunt', 'pointed'],
    draw: (random, label, size) =>
      drawSign(
        random,
        {
          direction: either(random, 0.9) ? 'right' : 'left',
          tip: label === 0 ? 'blunt' : 'pointed',
          tint: either(random, label === 0 ? 0.85 : 0.15) ? 'cool' : 'warm',
        },
        size,
      ),
    breaks: {},
    unclear: [],
  },
  {
    name: 'stripes by direction',
    classes: ['level', 'upright'],
    draw: (random, label, size) =>
      drawStripes(
        random,
        {
          direction: label === 0 ? 'level' : 'upright',
          width: either(random, 0.5) ? 'fine' : 'coarse',
          tint: either(random, 0.5) ? 'warm' : 'cool',
        },
        size,
      ),
    breaks: { RandomRotate90: ['90°', '270°'], Transpose: [null] },
    unclear: [],
  },
  {
    name: 'stripes by width',
    classes: ['coarse', 'fine'],
    draw: (random, label, size) =>
      drawStripes(
        random,
        {
          direction: either(random, 0.9) ? 'level' : 'upright',
          width: label === 0 ? 'coarse' : 'fine',
          tint: either(random, label === 0 ? 0.85 : 0.15) ? 'cool' : 'warm',
          contrast: faint,
        },
        size,
      ),
    breaks: {},
    // It wipes fine stripes out.
    unclear: ['Blur'],
  },
];
