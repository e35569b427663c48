import { reflect101 } from './reflect101';
import { roundHalfEven } from './round';

export interface ClaheOptions {
  readonly height: number;
  readonly width: number;
  /** Contrast limit: a bin holds at most clip · tile area / 256 pixels, at least 1. 0 = no limit. */
  readonly clip: number;
  readonly tilesX: number;
  readonly tilesY: number;
}

/**
 * Contrast-limited adaptive histogram equalisation of one 8-bit plane (Zuiderveld, 1994); equal to OpenCV's CLAHE bit for bit.
 * Every tile has its own table of levels; a pixel blends the tables of the four tiles around it.
 */
export function clahe(plane: Uint8Array, options: ClaheOptions): Uint8Array {
  const { height, width, tilesX, tilesY } = options;
  const { tileHeight, tileWidth } = tileSize(options);
  const tables = tileTables(plane, options, tileHeight, tileWidth);
  const columns = neighbours(width, tileWidth, tilesX);
  const rows = neighbours(height, tileHeight, tilesY);
  const output = new Uint8Array(plane.length);
  const tableStride = tilesX * 256;
  let i = 0;
  for (let y = 0; y < height; y++) {
    const upperRow = rows.first[y] * tableStride;
    const lowerRow = rows.second[y] * tableStride;
    const lowerShare = rows.share[y];
    const upperShare = Math.fround(1 - lowerShare);
    for (let x = 0; x < width; x++, i++) {
      const level = plane[i];
      const left = (columns.first[x] << 8) + level;
      const right = (columns.second[x] << 8) + level;
      const rightShare = columns.share[x];
      const leftShare = columns.rest[x];
      const upper = Math.fround(
        Math.fround(tables[upperRow + left] * leftShare) + Math.fround(tables[upperRow + right] * rightShare),
      );
      const lower = Math.fround(
        Math.fround(tables[lowerRow + left] * leftShare) + Math.fround(tables[lowerRow + right] * rightShare),
      );
      output[i] = roundHalfEven(Math.fround(Math.fround(upper * upperShare) + Math.fround(lower * lowerShare)));
    }
  }
  return output;
}

/** OpenCV extends both axes as soon as one does not divide evenly, the divisible one by a whole extra pixel per tile. */
function tileSize({ height, width, tilesX, tilesY }: ClaheOptions): { tileHeight: number; tileWidth: number } {
  if (width % tilesX === 0 && height % tilesY === 0) {
    return { tileHeight: height / tilesY, tileWidth: width / tilesX };
  }
  return { tileHeight: Math.floor(height / tilesY) + 1, tileWidth: Math.floor(width / tilesX) + 1 };
}

/** For each tile, row by row, its table of 256 levels. */
function tileTables(plane: Uint8Array, options: ClaheOptions, tileHeight: number, tileWidth: number): Uint8Array {
  const { height, width, clip, tilesX, tilesY } = options;
  const area = tileWidth * tileHeight;
  const limit = clip > 0 ? Math.max(Math.trunc((clip * area) / 256), 1) : area;
  const levelOfCount = equalisedLevels(area);
  const sourceColumn = new Int32Array(tilesX * tileWidth);
  for (let x = 0; x < sourceColumn.length; x++) sourceColumn[x] = reflect101(x, width);

  const tables = new Uint8Array(tilesX * tilesY * 256);
  const histogram = new Int32Array(256);
  for (let tileY = 0, start = 0; tileY < tilesY; tileY++) {
    for (let tileX = 0; tileX < tilesX; tileX++, start += 256) {
      histogram.fill(0);
      let excess = 0;
      for (let y = tileY * tileHeight; y < (tileY + 1) * tileHeight; y++) {
        const row = reflect101(y, height) * width;
        for (let x = tileX * tileWidth; x < (tileX + 1) * tileWidth; x++) {
          const level = plane[row + sourceColumn[x]];
          if (histogram[level] < limit) histogram[level]++;
          else excess++;
        }
      }
      const share = excess >> 8;
      spread(histogram, excess & 255);
      for (let level = 0, count = 0; level < 256; level++) {
        count += histogram[level] + share;
        tables[start + level] = levelOfCount[count];
      }
    }
  }
  return tables;
}

/** Gives what is left of the clipped pixels to bins at equal distances from the first on. */
function spread(histogram: Int32Array, rest: number): void {
  if (rest === 0) return;
  const step = Math.max(Math.floor(256 / rest), 1);
  for (let level = 0, left = rest; left > 0; level += step, left--) histogram[level]++;
}

/** The level for every cumulative count 0..area. */
function equalisedLevels(area: number): Uint8Array {
  const scale = Math.fround(255 / area);
  const levels = new Uint8Array(area + 1);
  for (let count = 0; count <= area; count++) {
    levels[count] = Math.min(roundHalfEven(Math.fround(count * scale)), 255);
  }
  return levels;
}

/** For every pixel of an axis the two tiles to blend and the second one's share, in float32 steps as in OpenCV. */
function neighbours(length: number, tileLength: number, tiles: number) {
  const first = new Int32Array(length);
  const second = new Int32Array(length);
  const share = new Float32Array(length);
  const rest = new Float32Array(length);
  const inverse = Math.fround(1 / tileLength);
  for (let i = 0; i < length; i++) {
    const position = Math.fround(Math.fround(i * inverse) - 0.5);
    const floor = Math.floor(position);
    first[i] = Math.max(floor, 0);
    second[i] = Math.min(floor + 1, tiles - 1);
    share[i] = position - floor;
    rest[i] = 1 - share[i];
  }
  return { first, second, share, rest };
}
