import type { Image } from '../../../src/augment/image';

/**
 * The specification's formulas, written down one value at a time with no regard for speed: what the kernels are compared with on sizes
 * and parameters of which there are no golden vectors.
 */

export const rint = (value: number): number => {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
};

const fr = Math.fround;

export function mirrored(position: number, length: number): number {
  if (length === 1) return 0;
  const period = 2 * (length - 1);
  const phase = ((position % period) + period) % period;
  return phase < length ? phase : period - phase;
}

/** Builds an image from a function of row, column and channel. */
function build(
  height: number,
  width: number,
  channels: 1 | 3,
  value: (y: number, x: number, c: number) => number,
): Image {
  const data = new Uint8Array(height * width * channels);
  let i = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < channels; c++) data[i++] = value(y, x, c);
    }
  }
  return { data, height, width, channels };
}

const at = (image: Image, y: number, x: number, c: number): number =>
  image.data[(y * image.width + x) * image.channels + c];

/** Section 2.4; `inverse` leads from destination to source. */
export function warp(image: Image, inverse: readonly number[], fill: number | null): Image {
  const { height, width, channels } = image;
  const [a11, a12, b1, a21, a22, b2] = inverse;
  const pixel = (y: number, x: number, c: number): number => {
    const isInside = y >= 0 && x >= 0 && y < height && x < width;
    if (!isInside && fill !== null) return fill;
    return at(image, mirrored(y, height), mirrored(x, width), c);
  };
  return build(height, width, channels, (y, x, c) => {
    const positionX = (rint((a12 * y + b1) * 1024) + 16 + rint(a11 * x * 1024)) >> 5;
    const positionY = (rint((a22 * y + b2) * 1024) + 16 + rint(a21 * x * 1024)) >> 5;
    const [ix, fx, iy, fy] = [positionX >> 5, positionX & 31, positionY >> 5, positionY & 31];
    const upper = (32 - fx) * pixel(iy, ix, c) + fx * pixel(iy, ix + 1, c);
    const lower = (32 - fx) * pixel(iy + 1, ix, c) + fx * pixel(iy + 1, ix + 1, c);
    return ((32 - fy) * upper + fy * lower + 512) >> 10;
  });
}

/** Section 2.5, without the special case of exact halves. */
export function resize(image: Image, height: number, width: number): Image {
  const position = (i: number, source: number, target: number) => {
    const f = fr((i + 0.5) * (1 / (target / source)) - 0.5);
    return { s: Math.floor(f), u: fr(f - Math.floor(f)) };
  };
  const row = (y: number, x: number, c: number): number => {
    let { s, u } = position(x, image.width, width);
    if (s < 0) [s, u] = [0, 0];
    if (s >= image.width - 1) [s, u] = [image.width - 1, 0];
    const right = Math.min(s + 1, image.width - 1);
    return at(image, y, s, c) * rint(fr(1 - u) * 2048) + at(image, y, right, c) * rint(u * 2048);
  };
  const clamp = (y: number): number => Math.min(Math.max(y, 0), image.height - 1);
  return build(height, width, image.channels, (y, x, c) => {
    const { s, u } = position(y, image.height, height);
    const upper = (rint(fr(1 - u) * 2048) * (row(clamp(s), x, c) >> 4)) >> 16;
    const lower = (rint(u * 2048) * (row(clamp(s + 1), x, c) >> 4)) >> 16;
    return (upper + lower + 2) >> 2;
  });
}

/** Section 2.6. */
export function blur(image: Image, k: number): Image {
  const radius = k >> 1;
  return build(image.height, image.width, image.channels, (y, x, c) => {
    let sum = 0;
    for (let dy = -radius; dy <= radius; dy++) {
      for (let dx = -radius; dx <= radius; dx++) {
        sum += at(image, mirrored(y + dy, image.height), mirrored(x + dx, image.width), c);
      }
    }
    return Math.floor((2 * sum + k * k) / (2 * k * k));
  });
}

/** Section 2.9 for one channel. */
export function clahe(image: Image, clip: number, tilesX: number, tilesY: number): Image {
  const { height, width } = image;
  const divides = width % tilesX === 0 && height % tilesY === 0;
  const tileWidth = divides ? width / tilesX : (width + tilesX - (width % tilesX)) / tilesX;
  const tileHeight = divides ? height / tilesY : (height + tilesY - (height % tilesY)) / tilesY;
  const area = tileWidth * tileHeight;
  const limit = clip > 0 ? Math.max(Math.trunc((clip * area) / 256), 1) : 0;
  const tables: number[][] = [];
  for (let tile = 0; tile < tilesX * tilesY; tile++) {
    const histogram = new Array<number>(256).fill(0);
    for (let i = 0; i < area; i++) {
      const y = Math.floor(tile / tilesX) * tileHeight + Math.floor(i / tileWidth);
      const x = (tile % tilesX) * tileWidth + (i % tileWidth);
      histogram[at(image, mirrored(y, height), mirrored(x, width), 0)]++;
    }
    if (limit > 0) {
      const excess = histogram.reduce((sum, count) => sum + Math.max(count - limit, 0), 0);
      const share = Math.floor(excess / 256);
      let rest = excess - 256 * share;
      const step = Math.max(Math.floor(256 / Math.max(rest, 1)), 1);
      for (let i = 0; i < 256; i++) histogram[i] = Math.min(histogram[i], limit) + share;
      for (let i = 0; i < 256 && rest > 0; i += step, rest--) histogram[i]++;
    }
    const scale = fr(255 / area);
    let sum = 0;
    tables.push(histogram.map((count) => Math.min(rint(fr((sum += count) * scale)), 255)));
  }
  const between = (i: number, length: number, tiles: number) => {
    const p = fr(fr(i * fr(1 / length)) - 0.5);
    const u = fr(p - Math.floor(p));
    return { i1: Math.max(Math.floor(p), 0), i2: Math.min(Math.floor(p) + 1, tiles - 1), u, v: fr(1 - u) };
  };
  return build(height, width, 1, (y, x) => {
    const level = at(image, y, x, 0);
    const column = between(x, tileWidth, tilesX);
    const row = between(y, tileHeight, tilesY);
    const blend = (j: number): number =>
      fr(fr(tables[j * tilesX + column.i1][level] * column.v) + fr(tables[j * tilesX + column.i2][level] * column.u));
    return Math.min(rint(fr(fr(blend(row.i1) * row.v) + fr(blend(row.i2) * row.u))), 255);
  });
}

/** Section 2.8, inverse of f: linear X or Z. */
export function xz(i: number): number {
  if (i <= 3390) return Math.trunc((108 * i) / 841) - 290;
  return Math.floor((Math.floor((i * i) / 16384) * i) / 16384);
}
