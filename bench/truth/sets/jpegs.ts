import { normalNoise, paint } from '../paint/canvas';
import { anyOrientation } from '../paint/symmetry';
import { isotropic } from '../truth';
import type { TruthSet } from '../truthSet';

const size = 16;

/** Artefact-only: in the pictures no flip shows; in the files the phase of the halved chroma gives it away. */
export const jpegs: TruthSet = {
  name: 'jpegs',
  about: 'Warm or cool noise, saved as JPEG with halved chroma.',
  size,
  classes: ['cool', 'warm'],
  file: 'jpeg',
  draw(random, label) {
    const warmth = (label === 1 ? 1 : -1) * random.uniform(8, 25);
    const ground = random.uniform(90, 165);
    const image = paint({
      size,
      scene: () => [ground + warmth, ground, ground - warmth],
      noise: normalNoise(random, random.uniform(15, 30)),
    });
    return anyOrientation(image, random);
  },
  truth: { ...isotropic },
};
