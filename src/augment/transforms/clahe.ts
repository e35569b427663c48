import { defineTransform } from '../defineTransform';
import { clahe as equalise, type ClaheOptions } from '../kernels/clahe';

const lowestClip = 1;
const highestClip = 4;
const tiles = 8;

/** Contrast-limited adaptive histogram equalisation of Lab's lightness, or of the one channel of a gray picture. */
export const clahe = defineTransform<ClaheOptions>('CLAHE', 'tone', () => ({
  kind: 'pixel',
  sizeDependent: true,
  strength: {
    setting: 'clip_limit',
    unit: '',
    symmetric: false,
    default: highestClip,
    grid: [lowestClip, 2, highestClip, 8],
    settings: (limit) => ({ clipLimit: [lowestClip, limit], tileGridSize: [tiles, tiles] }),
    sample: (limit, random) => ({ clip: random.uniform(lowestClip, limit), tilesX: tiles, tilesY: tiles }),
    sampleExactly: (clip) => ({ clip, tilesX: tiles, tilesY: tiles }),
  },
  apply: equalise,
}));
