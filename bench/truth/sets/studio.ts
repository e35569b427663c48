import { normalNoise, paint } from '../paint/canvas';
import { cross, disc } from '../paint/shapes';
import { anyOrientation } from '../paint/symmetry';
import { each, gray, interpolating, isotropic, shifting } from '../truth';
import type { TruthSet } from '../truthSet';

const size = 20;
const shapes = [cross, disc];
const ground = 128;
const dark = 60;
const light = 200;
const frame = 30;
const noise = 3;

/** Fixed exposure and fixed framing: a studio in which every level and every place is known. */
export const studio: TruthSet = {
  name: 'studio',
  about: 'A dark or light disc or cross in the middle of a ground of level 128, in a frame of level 30 one pixel wide.',
  size,
  classes: ['cross', 'disc'],
  file: 'png',
  draw(random, label) {
    const level = random.next() < 0.5 ? dark : light;
    const [cx, cy] = [size / 2 + random.uniform(-1, 1), size / 2 + random.uniform(-1, 1)];
    const image = paint({
      size,
      scene: (x, y) => {
        if (Math.min(x, y, size - x, size - y) < 1) return [frame];
        return [shapes[label]((x - cx) / 5.5, (y - cy) / 5.5) ? level : ground];
      },
      noise: normalNoise(random, noise),
    });
    return anyOrientation(image, random);
  },
  truth: {
    ...isotropic,
    ...gray,
    ...each(
      ['RandomBrightness', 'RandomContrast', 'RandomGamma'],
      shifting('Ground, shapes and frame have the same levels in all pictures, which it moves by up to 20 % and more.'),
    ),
    CLAHE: shifting('The two levels of each picture and their small noise are stretched to the whole range.'),
    ...each(
      interpolating,
      shifting('Size and place of shape and frame are the same in all pictures, and so is the noise that it smooths.'),
    ),
    Blur: shifting('Edges are always sharp and the noise always the same.'),
    GaussNoise: shifting('The noise, always of standard deviation 3, becomes one of 4.4 to 7.7.'),
  },
};
