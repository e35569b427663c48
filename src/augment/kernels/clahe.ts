import type { Image } from '../image';
import { beginCall, kernels, put, reserve, take } from '../wasm/kernelMemory';
import { placeLab, takeRgb } from './lab';

export interface ClaheOptions {
  /** Contrast limit: a bin holds at most clip · tile area / 256 pixels, at least 1; 0 = no limit. */
  readonly clip: number;
  readonly tilesX: number;
  readonly tilesY: number;
}

/**
 * Contrast-limited adaptive histogram equalisation (Zuiderveld, 1994) of a gray picture, or of Lab's lightness in a coloured one.
 * Every tile has its own table of levels; a pixel blends the tables of the four tiles around it. Equal to OpenCV 4's CLAHE, and
 * to its 8-bit Lab, bit for bit.
 */
export function clahe(image: Image, options: ClaheOptions): Image {
  const { data, height, width, channels } = image;
  beginCall();
  const pixels = put(data);
  if (channels === 1) {
    const equalised = equalise(pixels, height, width, options);
    return { data: take(equalised, data.length), height, width, channels };
  }
  const { lightness, a, b } = placeLab(pixels, height * width);
  const equalised = equalise(lightness, height, width, options);
  return { data: takeRgb({ lightness: equalised, a, b }, height * width), height, width, channels };
}

function equalise(plane: number, height: number, width: number, { clip, tilesX, tilesY }: ClaheOptions): number {
  // OpenCV extends both axes as soon as one does not divide evenly, the divisible one by a whole pixel per tile.
  const divides = width % tilesX === 0 && height % tilesY === 0;
  const tileHeight = divides ? height / tilesY : Math.floor(height / tilesY) + 1;
  const tileWidth = divides ? width / tilesX : Math.floor(width / tilesX) + 1;
  const area = tileHeight * tileWidth;
  const limit = clip > 0 ? Math.max(Math.trunc((clip * area) / 256), 1) : area;
  const tables = reserve(256 * tilesY * tilesX);
  const histogram = reserve(1024);
  kernels.claheTables(plane, height, width, tileHeight, tileWidth, tilesY, tilesX, limit, tables, histogram);
  const target = reserve(height * width);
  const cells = reserve(1024 * (tilesY + 1) * (tilesX + 1));
  const columns = reserve(12 * (width + 4));
  kernels.claheBlend(plane, target, height, width, tileHeight, tileWidth, tilesY, tilesX, tables, cells, columns);
  return target;
}
