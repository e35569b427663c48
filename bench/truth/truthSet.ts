import type { Image } from '../../src/augment/image';
import type { Random } from '../../src/random/random';
import type { Truth } from './truth';

/** A data set of which it follows from how it is drawn what transforms do to it. */
export interface TruthSet {
  readonly name: string;
  /** What its pictures are, in a sentence. */
  readonly about: string;
  /** Side in pixels; it is judged at the same size, so nothing is resized. */
  readonly size: number;
  readonly classes: readonly string[];
  readonly file: 'png' | 'jpeg';
  /** One picture of a class (index). */
  draw(random: Random, label: number): Image;
  /** By transform; of those that are missing nobody can say, and they are not scored. */
  readonly truth: Readonly<Record<string, Truth>>;
}
