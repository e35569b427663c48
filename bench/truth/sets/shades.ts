import { logNormal, paint } from '../paint/canvas';
import { anyOrientation } from '../paint/symmetry';
import { each, isotropic, safe, shifting } from '../truth';
import type { TruthSet } from '../truthSet';

const size = 16;

/**
 * Free framing: any part of an even slope, enlarged, is an even slope again. A crop makes slopes 0.78 to 0.88 times as steep; their steepness
 * is log-normal with σ = 1.2, so the best test has an AUROC of Φ(0.25 / (1.2 · √2)) = 0.56.
 */
export const shades: TruthSet = {
  name: 'shades',
  about: 'A warm or cool light that falls off evenly in any direction, a little or much; no noise.',
  size,
  classes: ['cool', 'warm'],
  file: 'png',
  draw(random, label) {
    const angle = random.uniform(0, 2 * Math.PI);
    const slope = logNormal(random, 10, 1.2) / size;
    const ground = random.uniform(80, 175);
    const warmth = (label === 1 ? 1 : -1) * random.uniform(8, 40);
    const image = paint({
      size,
      subsamples: 1,
      scene: (x, y) => {
        const level = ground + slope * ((x - size / 2) * Math.cos(angle) + (y - size / 2) * Math.sin(angle));
        return [level + warmth, level, level - warmth];
      },
    });
    return anyOrientation(image, random);
  },
  truth: {
    ...isotropic,
    ...each(
      ['RandomCrop', 'CenterCrop', 'RandomSizedCrop'],
      safe('A part of an even slope is an even slope, and how steep it is varies much more than a crop changes it.'),
    ),
    GaussNoise: shifting('The pictures have no noise, and it adds some.'),
  },
};
