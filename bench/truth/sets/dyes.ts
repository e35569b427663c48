import { grayscale } from '../../../src/augment/kernels/grayscale';
import { normalNoise, paint } from '../paint/canvas';
import { anyOrientation } from '../paint/symmetry';
import { harmful, isotropic, knownNoise } from '../truth';
import type { TruthSet } from '../truthSet';

const size = 16;
const [colourless, dyed] = [0, 1];

/** Labels by colour: the colourless are exactly what ToGray makes of the dyed. */
export const dyes: TruthSet = {
  name: 'dyes',
  about: 'Cloth in two colours, or the same in gray.',
  size,
  classes: ['colourless', 'dyed'],
  file: 'png',
  draw(random, label) {
    const number = (2 * Math.PI) / random.uniform(5, 9);
    const phases = [random.uniform(0, 2 * Math.PI), random.uniform(0, 2 * Math.PI)];
    const warp = colour(random.uniform(0, 1));
    const weft = colour(random.uniform(0, 1));
    const image = paint({
      size,
      scene: (x, y) => {
        const share = 0.5 + 0.25 * (Math.sin(number * x + phases[0]) + Math.sin(number * y + phases[1]));
        const mix = (channel: number): number => warp[channel] * share + weft[channel] * (1 - share);
        return [mix(0), mix(1), mix(2)];
      },
      noise: normalNoise(random, 6),
    });
    return anyOrientation(label === dyed ? image : grayscale(image), random);
  },
  truth: {
    ...isotropic,
    ToGray: harmful('What it makes of a dyed picture is a colourless one; the colourless stay as they are.', [
      { from: dyed, to: colourless, outcome: null },
    ]),
    ...knownNoise,
  },
};

/** A saturated colour of a hue, 0..1. */
function colour(hue: number): readonly number[] {
  return [0, 1 / 3, 2 / 3].map((turn) => 128 + 75 * Math.cos(2 * Math.PI * (hue + turn)));
}
