import { normalNoise, paint } from '../paint/canvas';
import { each, gray, harmful, knownNoise, safe, shifting, swapped } from '../truth';
import type { TruthSet } from '../truthSet';

const size = 16;
const [level, upright] = [0, 1];

/** Labels swapped by a quarter turn. */
export const stripes: TruthSet = {
  name: 'stripes',
  about: 'Stripes that lie level or stand upright, with any phase.',
  size,
  classes: ['level', 'upright'],
  file: 'png',
  draw(random, label) {
    const number = (2 * Math.PI) / random.uniform(4.5, 8);
    const phase = random.uniform(0, 2 * Math.PI);
    const ground = random.uniform(90, 165);
    const height = random.uniform(25, 45);
    return paint({
      size,
      scene: (x, y) => [ground + height * Math.sin(number * (label === level ? y : x) + phase)],
      noise: normalNoise(random, 6),
    });
  },
  truth: {
    ...each(
      ['HorizontalFlip', 'VerticalFlip'],
      safe('A flip changes the phase alone, of which every value is equally likely.'),
    ),
    RandomRotate90: harmful(
      'A quarter turn either way makes level stripes upright and upright ones level; half a turn changes the phase alone.',
      swapped(level, upright, ['90°', '270°']),
    ),
    Transpose: harmful('It makes level stripes upright and upright ones level.', swapped(level, upright)),
    ...gray,
    ...knownNoise,
    GaussNoise: shifting('The noise, always of standard deviation 6, becomes one of 6.8 to 9.3.'),
  },
};
