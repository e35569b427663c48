import { logNormal, normalNoise, paint } from '../paint/canvas';
import { disc, ring } from '../paint/shapes';
import { anyOrientation } from '../paint/symmetry';
import { each, gray, interpolating, isotropic, safe, shifting } from '../truth';
import type { TruthSet } from '../truthSet';

const size = 20;
const shapes = [disc, ring];

/**
 * A noisy camera, its noise log-normal with median 24 and σ = 0.4. What GaussNoise adds, 3 to 7 in squares, raises its
 * logarithm by 0.02 at the median: by simulation, the best test that knows each picture's noise exactly has an AUROC of 0.52.
 */
export const nights: TruthSet = {
  name: 'nights',
  about: 'A dark or light disc or ring under strong noise of any strength.',
  size,
  classes: ['disc', 'ring'],
  file: 'png',
  draw(random, label) {
    const level = 128 + (random.next() < 0.5 ? -1 : 1) * random.uniform(45, 65);
    const radius = random.uniform(6, 8);
    const [cx, cy] = [size / 2 + random.uniform(-1, 1), size / 2 + random.uniform(-1, 1)];
    const noise = logNormal(random, 24, 0.4);
    const image = paint({
      size,
      scene: (x, y) => [shapes[label]((x - cx) / radius, (y - cy) / radius) ? level : 128],
      noise: normalNoise(random, noise),
    });
    return anyOrientation(image, random);
  },
  truth: {
    ...isotropic,
    ...gray,
    GaussNoise: safe('The noise varies much more than what it adds: the best possible test has an AUROC of 0.52.'),
    ...each(
      [...interpolating, 'Blur'],
      shifting('The noise of neighbouring pixels is independent, and it mixes them.'),
    ),
  },
};
