import { normalNoise, paint } from '../paint/canvas';
import { cross, disc, ring } from '../paint/shapes';
import { eitherSide } from '../paint/symmetry';
import { each, interpolating, knownNoise, safe, shifting } from '../truth';
import type { TruthSet } from '../truthSet';

const size = 20;
const shapes = [disc, ring, cross];
const noise = 5;

/** Mirror-symmetric, but not upside down: light from the left as often as from the right, the sky always above. */
export const landscapes: TruthSet = {
  name: 'landscapes',
  about: 'A disc, ring or cross before a sky above and land below, lit from one side; mirrored with even chance.',
  size,
  classes: ['disc', 'ring', 'cross'],
  file: 'png',
  draw(random, label) {
    const horizon = random.uniform(0.35, 0.65) * size;
    const radius = random.uniform(4, 5.5);
    const [cx, cy] = [random.uniform(0.4, 0.6) * size, random.uniform(0.4, 0.6) * size];
    const sky = [random.uniform(110, 140), random.uniform(140, 170), random.uniform(180, 210)] as const;
    const land = [random.uniform(60, 90), random.uniform(85, 115), random.uniform(30, 50)] as const;
    const paintwork = random.uniform(215, 240);
    const fall = random.uniform(0.5, 1.5);
    const image = paint({
      size,
      scene: (x, y) => {
        const shade = (x - size / 2) * fall;
        if (shapes[label]((x - cx) / radius, (y - cy) / radius)) return [paintwork, paintwork - 25, 70];
        const [r, g, b] = y < horizon ? sky : land;
        return [r + shade, g + shade, b + shade];
      },
      noise: normalNoise(random, noise),
    });
    return eitherSide(image, random);
  },
  truth: {
    HorizontalFlip: safe('Every picture is as likely as its mirror image, whatever its class.'),
    ...each(
      ['VerticalFlip', 'RandomRotate90', 'Transpose'],
      shifting('The sky is always above; discs, rings and crosses stay what they are in any orientation.'),
    ),
    ToGray: shifting('Sky, land and shapes always have a colour; shapes stay what they are.'),
    ...knownNoise,
    ...each(
      interpolating,
      shifting('Interpolating smooths the noise, and crops enlarge the shapes, which stay whole.'),
    ),
    GaussNoise: shifting('The noise, always of standard deviation 5, becomes one of 5.9 to 8.7.'),
    RandomBrightness: shifting('The levels of sky, land and paint vary by less than what it adds.'),
  },
};
