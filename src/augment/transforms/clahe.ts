import { defineTransform } from '../defineTransform';
import { clahe as equalise, type ClaheOptions } from '../kernels/clahe';

const lowestClip = 1;
const highestClip = 4;
const tiles = 8;

/** Contrast-limited adaptive histogram equalisation of Lab's lightness, or of the one channel of a gray picture. */
export const clahe = defineTransform<ClaheOptions>('CLAHE', 'tone', () => ({
  kind: 'pixel',
  settings: { clipLimit: [lowestClip, highestClip], tileGridSize: [tiles, tiles] },
  sizeDependent: true,
  sample: (random) => ({ clip: random.uniform(lowestClip, highestClip), tilesX: tiles, tilesY: tiles }),
  apply: equalise,
}));
