import { normalNoise, paint } from '../paint/canvas';
import { hook } from '../paint/shapes';
import { anyTurn } from '../paint/symmetry';
import { each, gray, knownNoise, safe, shifting } from '../truth';
import type { TruthSet } from '../truthSet';

const size = 20;

/** Chiral: the letter J in any quarter turn, never its mirror image. */
export const hooks: TruthSet = {
  name: 'hooks',
  about: 'A light or dark letter J in any of its four quarter turns, never mirrored.',
  size,
  classes: ['dark', 'light'],
  file: 'png',
  draw(random, label) {
    const ground = random.uniform(100, 155);
    const ink = ground + (label === 1 ? 1 : -1) * random.uniform(45, 75);
    const radius = random.uniform(5.5, 7.5);
    const [cx, cy] = [size / 2 + random.uniform(-2, 2), size / 2 + random.uniform(-2, 2)];
    const image = paint({
      size,
      scene: (x, y) => [hook((x - cx) / radius, (y - cy) / radius) ? ink : ground],
      noise: normalNoise(random, 5),
    });
    return anyTurn(image, random);
  },
  truth: {
    RandomRotate90: safe('Every picture is drawn in any quarter turn with equal chance, whatever its class.'),
    ...each(
      ['HorizontalFlip', 'VerticalFlip', 'Transpose'],
      shifting('A J becomes an L, which no picture shows; light stays light and dark dark.'),
    ),
    ...gray,
    ...knownNoise,
    GaussNoise: shifting('The noise, always of standard deviation 5, becomes one of 5.9 to 8.7.'),
  },
};
