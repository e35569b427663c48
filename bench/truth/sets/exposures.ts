import { logNormal, paint } from '../paint/canvas';
import { cross, disc, ring } from '../paint/shapes';
import { anyOrientation } from '../paint/symmetry';
import { each, gray, isotropic, safe, shifting } from '../truth';
import type { TruthSet } from '../truthSet';

const size = 20;
const shapes = [cross, disc, ring];
const middle = 127.5;
const spread = 50;

/**
 * Free exposure. The ground is normal with standard deviation 50, and what brightness adds is uniform on ±51, of standard
 * deviation 29.4: the ground becomes one of 58, and the best test of 50 against 58, which looks at the distance from the middle,
 * has an AUROC of (2/π)·atan(58/50) = 0.547. Cut to 0..255, both come to the same family of pictures again.
 *
 * These bounds hold for level and contrast, not for all that the numbers hold. What changes levels that were rounded already and rounds them
 * again leaves a comb: the levels along an edge no longer lie where one rounding puts them. A test made for it, which asks whether all levels are round(g + d·k/9)
 * for any g and d, says no to none of 600 clean pictures, to 39 % after RandomContrast (AUROC 0.69), 28 % after RandomGamma (0.64) and
 * 0.5 % after RandomBrightness (0.50). It is a digital trace, which no network here came to see (0.53 at most, over all runs).
 */
export const exposures: TruthSet = {
  name: 'exposures',
  about: 'A cross, disc or ring that is a little lighter or darker than its ground, which has any level; no noise.',
  size,
  classes: ['cross', 'disc', 'ring'],
  file: 'png',
  draw(random, label) {
    const ground = random.normal(middle, spread);
    const difference = (random.next() < 0.5 ? -1 : 1) * logNormal(random, 16, 0.5);
    const radius = random.uniform(4.5, 6.5);
    const [cx, cy] = [size / 2 + random.uniform(-2, 2), size / 2 + random.uniform(-2, 2)];
    const image = paint({
      size,
      scene: (x, y) => [ground + (shapes[label]((x - cx) / radius, (y - cy) / radius) ? difference : 0)],
    });
    return anyOrientation(image, random);
  },
  truth: {
    ...isotropic,
    ...gray,
    RandomBrightness: safe(
      'The exposure varies by more than what it adds: the best possible test of the level has an AUROC of 0.55.',
    ),
    ...each(
      ['RandomContrast', 'RandomGamma'],
      safe(
        'Exposure and contrast vary much more than what it changes: the best test of the two has an AUROC below 0.53; a comb of twice rounded levels is a digital trace.',
      ),
    ),
    GaussNoise: shifting('The pictures have no noise, and it adds some.'),
  },
};
