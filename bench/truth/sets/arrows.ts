import { arrowClasses, drawArrow } from '../../../src/data/generated/arrows';
import { harmful, knownNoise, safe, shifting, swapped } from '../truth';
import type { TruthSet } from '../truthSet';

const size = 20;
const [left, right] = [0, 1];

/** Labels swapped by a flip: the toy set of `safe-aug demo --toy`. */
export const arrows: TruthSet = {
  name: 'arrows',
  about: 'Arrows that point left or right, in any colours.',
  size,
  classes: arrowClasses,
  file: 'png',
  draw: (random, label) => drawArrow(random, arrowClasses[label], size),
  truth: {
    HorizontalFlip: harmful(
      'An arrow to the left becomes one to the right and the other way round, and no picture gives it away.',
      swapped(left, right),
    ),
    RandomRotate90: harmful(
      'Half a turn swaps left and right; after a quarter turn an arrow points up or down, which is neither.',
      swapped(left, right, ['180°']),
    ),
    VerticalFlip: safe('Arrows are symmetric about their shaft, and lie above and below the middle with equal chance.'),
    ToGray: shifting('Arrows and grounds always have a colour; arrows keep their direction.'),
    ...knownNoise,
    GaussNoise: shifting('The noise, always of standard deviation 4, becomes one of 5.1 to 8.1.'),
  },
};
