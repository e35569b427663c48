import { createPool } from '../../../src/augment/pool';
import { paint } from '../paint/canvas';
import { anyOrientation } from '../paint/symmetry';
import { gray, harmful, isotropic } from '../truth';
import type { TruthSet } from '../truthSet';

const size = 16;
const [blurred, noisy, sharp] = [0, 1, 2];
const [blur, gaussNoise] = createPool({ names: ['Blur', 'GaussNoise'], profile: 'modern', size });

/**
 * Labels by sharpness and noise: the blurred and the noisy are exactly what Blur and GaussNoise make of the sharp. What they make of each
 * other stays open, as no picture is drawn that is both. Blur makes edges as soft as those of the blurred and leaves a third of the noise,
 * a deviation of 1.1 to 2.4, less than any noisy picture has: no longer noisy, but not a blurred one either, whose even blocks have none.
 */
export const cameras: TruthSet = {
  name: 'cameras',
  about: 'Blocks of any level, taken sharp, blurred or with noise.',
  size,
  classes: ['blurred', 'noisy', 'sharp'],
  file: 'png',
  draw(random, label) {
    const columns = Array.from({ length: 9 }, () => random.uniform(50, 200));
    const edges = [random.uniform(4, 7), random.uniform(9, 12)];
    const place = (at: number): number => (at < edges[0] ? 0 : at < edges[1] ? 1 : 2);
    const image = paint({ size, subsamples: 1, scene: (x, y) => [columns[3 * place(y) + place(x)]] });
    const camera = label === blurred ? blur : label === noisy ? gaussNoise : null;
    return anyOrientation(camera?.apply(image, camera.sample(random, image)) ?? image, random);
  },
  truth: {
    ...isotropic,
    ...gray,
    Blur: harmful(
      'What it makes of a sharp picture is a blurred one.',
      [{ from: sharp, to: blurred, outcome: null }],
      [{ from: noisy, to: blurred, outcome: null }],
    ),
    GaussNoise: harmful(
      'What it makes of a sharp picture is a noisy one.',
      [{ from: sharp, to: noisy, outcome: null }],
      [{ from: blurred, to: noisy, outcome: null }],
    ),
  },
};
