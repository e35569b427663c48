import { defineTransform } from '../defineTransform';
import type { Image } from '../image';
import { clahe as equalise } from '../kernels/clahe';
import { labToRgb, rgbToLab } from '../kernels/lab';

export interface ClaheParams {
  readonly clip: number;
  readonly tilesX: number;
  readonly tilesY: number;
}

const lowestClip = 1;
const highestClip = 4;
const tiles = 8;

/** Contrast-limited adaptive histogram equalisation of Lab's lightness, or of the one channel of a gray picture. */
export const clahe = defineTransform<ClaheParams>('CLAHE', 'tone', () => ({
  kind: 'pixel',
  settings: { clipLimit: [lowestClip, highestClip], tileGridSize: [tiles, tiles] },
  sizeDependent: true,
  sample: (random) => ({ clip: random.uniform(lowestClip, highestClip), tilesX: tiles, tilesY: tiles }),
  apply: equaliseLightness,
}));

function equaliseLightness(image: Image, params: ClaheParams): Image {
  const { height, width, channels } = image;
  const options = { height, width, ...params };
  if (channels === 1) return { data: equalise(image.data, options), height, width, channels };
  const planes = rgbToLab(image);
  return labToRgb({ ...planes, lightness: equalise(planes.lightness, options) }, height, width);
}
