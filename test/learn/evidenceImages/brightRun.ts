import { createRandom } from '../../../src/random/random';
import { pictureRun, type PictureRunOptions, side } from './pictureRun';

export interface BrightTransform {
  readonly name: string;
  /** Levels that it adds to every pixel of an item. */
  readonly rise: (item: number) => number;
}

export interface BrightRunOptions extends Pick<PictureRunOptions, 'judging' | 'labelOf'> {
  readonly transforms: readonly BrightTransform[];
}

/** The level of every pixel of an item, before any transform. */
export function levelOf(item: number): number {
  return Math.round(120 + createRandom(1, 'level', item).normal(0, 6));
}

/**
 * A run over pictures of one level each, with a network whose one feature is the mean level: how much more transformed a picture looks
 * once transformed is known from `rise`.
 */
export function brightRun({ transforms, ...options }: BrightRunOptions) {
  const even = (level: number): Uint8Array => new Uint8Array(side * side).fill(level);
  return pictureRun({
    ...options,
    transforms: transforms.map(({ name, rise }) => ({ name, pixelsOf: (item) => even(levelOf(item) + rise(item)) })),
    cleanOf: (item) => even(levelOf(item)),
    featureOf: (pixels) => pixels.reduce((sum, level) => sum + level, 0) / pixels.length,
  });
}
