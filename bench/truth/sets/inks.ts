import { paint } from '../paint/canvas';
import { cross, disc, ring } from '../paint/shapes';
import { anyOrientation } from '../paint/symmetry';
import { each, gray, interpolating, isotropic, safe, shifting } from '../truth';
import type { TruthSet } from '../truthSet';

const size = 20;
const shapes = [cross, disc, ring];
const ink = 0;
const paper = 255;

/** Black and white, and nothing between: what leaves both where they are has no effect. */
export const inks: TruthSet = {
  name: 'inks',
  about: 'A black cross, disc or ring, with a few specks, on white; every pixel is 0 or 255.',
  size,
  classes: ['cross', 'disc', 'ring'],
  file: 'png',
  draw(random, label) {
    const radius = random.uniform(4.5, 7);
    const [cx, cy] = [size / 2 + random.uniform(-2, 2), size / 2 + random.uniform(-2, 2)];
    const specks = new Set(Array.from({ length: 8 }, () => random.integer(0, size ** 2 - 1)));
    const image = paint({
      size,
      subsamples: 1,
      scene: (x, y) => {
        const speck = specks.has(Math.floor(y) * size + Math.floor(x));
        return [shapes[label]((x - cx) / radius, (y - cy) / radius) !== speck ? ink : paper];
      },
    });
    return anyOrientation(image, random);
  },
  truth: {
    ...isotropic,
    ...gray,
    RandomGamma: safe('0 and 1 to any power are 0 and 1, so it changes nothing.'),
    RandomBrightness: shifting('Black becomes gray, or white does.'),
    RandomContrast: shifting('White becomes gray in the half of the draws that lower the contrast.'),
    ...each([...interpolating, 'Blur'], shifting('It mixes black and white to gray.')),
    GaussNoise: shifting('It adds grays to black and white.'),
  },
};
