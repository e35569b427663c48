import { normalNoise, paint } from '../paint/canvas';
import { anyOrientation } from '../paint/symmetry';
import { gray, isotropic, knownNoise, shifting } from '../truth';
import type { TruthSet } from '../truthSet';

const size = 16;

/** Isotropic: no direction is special, and each picture has one. */
export const textures: TruthSet = {
  name: 'textures',
  about: 'Waves in any direction, or two of them across each other.',
  size,
  classes: ['checks', 'waves'],
  file: 'png',
  draw(random, label) {
    const angle = random.uniform(0, Math.PI);
    const number = (2 * Math.PI) / random.uniform(4.5, 7);
    const [cosine, sine] = [number * Math.cos(angle), number * Math.sin(angle)];
    const [first, second] = [random.uniform(0, 2 * Math.PI), random.uniform(0, 2 * Math.PI)];
    const ground = random.uniform(90, 165);
    const height = random.uniform(30, 50);
    const image = paint({
      size,
      scene: (x, y) => {
        const wave = Math.sin(cosine * x + sine * y + first);
        const across = Math.sin(-sine * x + cosine * y + second);
        return [ground + height * (label === 1 ? wave : wave * across)];
      },
      noise: normalNoise(random, 6),
    });
    return anyOrientation(image, random);
  },
  truth: {
    ...isotropic,
    ...gray,
    ...knownNoise,
    GaussNoise: shifting('The noise, always of standard deviation 6, becomes one of 6.8 to 9.3.'),
  },
};
