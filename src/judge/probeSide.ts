import { foldCount } from './folds';

/**
 * One side of a comparison (the pictures clean, or with one transform applied), with the sums that any probe on any of its
 * columns needs. They are most of a probe's work: the clean side is summed once for all transforms, and each side once for the
 * probes on the features, on the statistics and on both.
 */
export interface ProbeSide {
  /** Pictures. */
  readonly n: number;
  /** Numbers per picture. */
  readonly dimensions: number;
  /** The fold of each picture. */
  readonly folds: Uint8Array;
  /** Subtracted from every picture before summing, so that large means don't cancel digits away. */
  readonly origin: Float64Array;
  readonly parts: readonly FoldPart[];
}

/** The pictures of one fold. `stride` numbers a row in `products`. */
export interface FoldPart {
  /** Indices of its pictures. */
  readonly pictures: Int32Array;
  /** Column-major: number j of the fold's picture r, less the origin, at j · pictures.length + r. */
  readonly columns: Float64Array;
  /** Sum of each column. */
  readonly sums: Float64Array;
  /** Sum of the product of columns i ≥ j at i · stride + j; the upper triangle holds nothing of use. */
  readonly products: Float64Array;
  readonly stride: number;
}

export interface ProbeSideOptions {
  /** n × dimensions, row-major. */
  readonly features: Float32Array;
  readonly dimensions: number;
  /** n: the fold of each picture, from `assignFolds`. */
  readonly folds: Uint8Array;
  /** The other side's origin; by default the first picture. Both sides of a probe must share it. */
  readonly origin?: Float64Array;
}

/** Sums one side up. Throws on a length that doesn't fit and on numbers that are not finite. */
export function probeSide({ features, dimensions, folds, origin }: ProbeSideOptions): ProbeSide {
  const n = folds.length;
  if (features.length !== n * dimensions) {
    throw new RangeError(
      `${n} pictures of ${dimensions} features need ${n * dimensions} numbers, got ${features.length}.`,
    );
  }
  const badAt = features.findIndex((value) => !Number.isFinite(value));
  if (badAt >= 0) {
    throw new RangeError(
      `Feature ${badAt % dimensions} of picture ${Math.floor(badAt / dimensions)} is ${features[badAt]}.`,
    );
  }
  const from = origin ?? Float64Array.from(features.subarray(0, dimensions));
  const parts = Array.from({ length: foldCount }, (_, fold) => {
    const pictures = Int32Array.from(folds.keys()).filter((picture) => folds[picture] === fold);
    return foldPart(features, dimensions, pictures, from);
  });
  return { n, dimensions, folds, origin: from, parts };
}

function foldPart(features: Float32Array, dimensions: number, pictures: Int32Array, origin: Float64Array): FoldPart {
  const count = pictures.length;
  const stride = Math.ceil(dimensions / tile) * tile;
  const columns = new Float64Array(stride * count);
  const sums = new Float64Array(dimensions);
  for (let r = 0; r < count; r++) {
    const row = pictures[r] * dimensions;
    for (let j = 0; j < dimensions; j++) {
      const value = features[row + j] - origin[j];
      columns[j * count + r] = value;
      sums[j] += value;
    }
  }
  return { pictures, columns, sums, products: columnProducts(columns, count, stride), stride };
}

/** Columns are padded with zeros to a multiple of this, so that the tiles below need no special case at the edge. */
const tile = 4;

/**
 * The lower triangle of Xᵀ·X, two rows by four columns at a time: eight sums live in registers for six loads, which runs
 * about twice as fast as one product at a time.
 */
function columnProducts(columns: Float64Array, count: number, stride: number): Float64Array {
  const products = new Float64Array(stride * stride);
  for (let i = 0; i < stride; i += 2) {
    const a = i * count;
    const b = a + count;
    for (let j = 0; j <= i; j += tile) {
      const c = j * count;
      const d = c + count;
      const e = d + count;
      const f = e + count;
      let ac = 0;
      let ad = 0;
      let ae = 0;
      let af = 0;
      let bc = 0;
      let bd = 0;
      let be = 0;
      let bf = 0;
      for (let r = 0; r < count; r++) {
        const x = columns[a + r];
        const y = columns[b + r];
        const p = columns[c + r];
        const q = columns[d + r];
        const s = columns[e + r];
        const t = columns[f + r];
        ac += x * p;
        ad += x * q;
        ae += x * s;
        af += x * t;
        bc += y * p;
        bd += y * q;
        be += y * s;
        bf += y * t;
      }
      const at = i * stride + j;
      products[at] = ac;
      products[at + 1] = ad;
      products[at + 2] = ae;
      products[at + 3] = af;
      products[at + stride] = bc;
      products[at + stride + 1] = bd;
      products[at + stride + 2] = be;
      products[at + stride + 3] = bf;
    }
  }
  return products;
}
