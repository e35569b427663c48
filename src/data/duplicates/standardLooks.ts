import { lookSide } from './look';
import { mainAxes } from './mainAxes';

/** The gray part of each look with mean 0 and length 1, and what makes comparing many of them fast. */
export interface StandardLooks {
  /** Pictures that have any contrast, in the order of their first projection. */
  readonly order: Int32Array;
  /** Euclidean distance of two of them, 0..2: √(2(1 − correlation)). */
  distance(one: number, other: number): number;
  /** Calls `found` for the picture at this place of `order` and each later one at most `limit` away. */
  laterWithin(place: number, limit: number, found: (other: number) => void): void;
  /** Calls `found` for every other picture at most `limit` away, until it returns false. */
  within(picture: number, limit: number, found: (other: number) => boolean): void;
}

const pixels = lookSide * lookSide;
const coarseSide = 4;
const block = lookSide / coarseSide;
const coarsePixels = coarseSide * coarseSide;
const axisCount = 8;

/** Standard deviation in gray levels below which a small picture is plain: rounding and compression make up its pattern. */
const leastContrast = 3;
/** Of single precision. */
const rounding = 1e-6;

/**
 * Standardises looks (`lookOf`). Plain pictures stay out of every comparison. Each look is also projected on the axes along
 * which coarse versions differ most: those distances are never larger than the true ones and settle nearly all comparisons.
 */
export function standardLooks(looks: readonly Uint8Array[]): StandardLooks {
  const pictures = Int32Array.from(looks.keys());
  const fine = new Float32Array(looks.length * pixels);
  const coarse = new Float32Array(looks.length * coarsePixels);
  const contrasts = pictures.filter((picture) => standardise(looks[picture], picture, fine, coarse));
  const axes = mainAxes(coarse, coarsePixels, axisCount);
  const projected = new Float32Array(looks.length * axisCount);
  for (const picture of contrasts) {
    for (const [k, axis] of axes.entries()) {
      let sum = 0;
      for (let i = 0; i < coarsePixels; i++) sum += axis[i] * coarse[picture * coarsePixels + i];
      projected[picture * axisCount + k] = sum;
    }
  }
  const order = contrasts.sort((a, b) => projected[a * axisCount] - projected[b * axisCount] || a - b);
  // In the order of the first projection, so that a scan reads memory from front to back.
  const rows = new Float32Array(order.length * axisCount);
  order.forEach((picture, place) =>
    rows.set(projected.subarray(picture * axisCount, (picture + 1) * axisCount), place * axisCount),
  );
  const places = new Int32Array(looks.length).fill(-1);
  order.forEach((picture, place) => (places[picture] = place));

  const near = (place: number, other: number, limit: number): boolean =>
    squaredDistance(rows, place, other, axisCount, limit) <= limit &&
    squaredDistance(fine, order[place], order[other], pixels, limit) <= limit;
  return {
    order,
    distance: (one, other) => Math.sqrt(squaredDistance(fine, one, other, pixels, Infinity)),
    laterWithin(place, limit, found) {
      const squared = limit * limit + rounding;
      const [first, second, third] = rows.subarray(place * axisCount, place * axisCount + 3);
      for (let other = place + 1; other < order.length; other++) {
        const p = rows[other * axisCount] - first;
        if (p > limit) return;
        const q = rows[other * axisCount + 1] - second;
        const r = rows[other * axisCount + 2] - third;
        if (p * p + q * q + r * r <= squared && near(place, other, squared)) found(order[other]);
      }
    },
    within(picture, limit, found) {
      const place = places[picture];
      const squared = limit * limit + rounding;
      for (let other = 0; other < order.length; other++) {
        if (other !== place && near(place, other, squared) && !found(order[other])) return;
      }
    },
  };
}

/** Writes the picture's fine and coarse rows; false, and nothing is written, for a plain one. */
function standardise(look: Uint8Array, picture: number, fine: Float32Array, coarse: Float32Array): boolean {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < pixels; i++) {
    sum += look[i];
    squares += look[i] * look[i];
  }
  const mean = sum / pixels;
  const length = Math.sqrt(Math.max(0, squares - sum * mean));
  if (length < leastContrast * lookSide) return false;
  for (let i = 0; i < pixels; i++) {
    const value = (look[i] - mean) / length;
    fine[picture * pixels + i] = value;
    const cell = Math.floor(i / lookSide / block) * coarseSide + Math.floor((i % lookSide) / block);
    // A block's sum over the root of its pixels: an orthogonal projection.
    coarse[picture * coarsePixels + cell] += value / block;
  }
  return true;
}

/** The squared distance of two rows, or some number above `limit` when it is larger than that. */
function squaredDistance(rows: Float32Array, one: number, other: number, width: number, limit: number): number {
  const a = one * width;
  const b = other * width;
  let sum = 0;
  for (let i = 0; i < width && sum <= limit; i += 4) {
    const p = rows[a + i] - rows[b + i];
    const q = rows[a + i + 1] - rows[b + i + 1];
    const r = rows[a + i + 2] - rows[b + i + 2];
    const s = rows[a + i + 3] - rows[b + i + 3];
    sum += p * p + q * q + r * r + s * s;
  }
  return sum;
}
