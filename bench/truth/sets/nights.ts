import type { Random } from '../../../src/random/random';
import { logNormal, normalNoise, paint } from '../paint/canvas';
import { disc, ring } from '../paint/shapes';
import { anyOrientation } from '../paint/symmetry';
import { each, gray, interpolating, isotropic, safe, shifting } from '../truth';
import type { TruthSet } from '../truthSet';

const size = 20;
const shapes = [disc, ring];

/**
 * A noisy camera: the noise log-normal with median 22 and σ = 0.35, drawn anew above 34. What GaussNoise adds, 3 to 7 in squares, raises its
 * logarithm by 0.03 at the median: by simulation, the best test of a picture's noise has an AUROC of 0.53. Levels stay in the middle,
 * since pixels that the camera cuts to 0 or 255 would be given away where noise moves them off it; the ground is free because
 * whole levels hide half a level.
 */
export const nights: TruthSet = {
  name: 'nights',
  about: 'A dark or light disc or ring under strong noise of any strength.',
  size,
  classes: ['disc', 'ring'],
  file: 'png',
  draw(random, label) {
    const ground = random.uniform(115, 140);
    const level = ground + (random.next() < 0.5 ? -1 : 1) * random.uniform(25, 35);
    const radius = random.uniform(6, 8);
    const [cx, cy] = [size / 2 + random.uniform(-1, 1), size / 2 + random.uniform(-1, 1)];
    const noise = noiseOf(random);
    const image = paint({
      size,
      scene: (x, y) => [shapes[label]((x - cx) / radius, (y - cy) / radius) ? level : ground],
      noise: normalNoise(random, noise),
    });
    return anyOrientation(image, random);
  },
  truth: {
    ...isotropic,
    ...gray,
    GaussNoise: safe('The noise varies much more than what it adds: the best possible test has an AUROC of 0.53.'),
    ...each(
      [...interpolating, 'Blur'],
      shifting('The noise of neighbouring pixels is independent, and it mixes them.'),
    ),
  },
};

function noiseOf(random: Random): number {
  const noise = logNormal(random, 22, 0.35);
  return noise < 34 ? noise : noiseOf(random);
}
