import type { Image } from '../../../src/augment/image';
import { flipHorizontal } from '../../../src/augment/kernels/flip';
import { rotateQuarterTurns } from '../../../src/augment/kernels/quarterTurns';
import type { Random } from '../../../src/random/random';

/*
 * What is drawn by one of these has a distribution that does not change at all, not by a pixel or a rounding, under the
 * transforms they choose from: the chosen transform after another one of them is again one of them, with equal chance.
 */

/** The picture or its mirror image. */
export function eitherSide(image: Image, random: Random): Image {
  return random.next() < 0.5 ? image : flipHorizontal(image);
}

/** The picture after any number of quarter turns. */
export function anyTurn(image: Image, random: Random): Image {
  return rotateQuarterTurns(image, random.integer(0, 3));
}

/** The picture in any of a square's eight orientations. */
export function anyOrientation(image: Image, random: Random): Image {
  return eitherSide(anyTurn(image, random), random);
}
