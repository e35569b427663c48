import type { Image } from '../image';
import { roundHalfEven } from './round';

/** Where one output row or column takes its two neighbours, and their weights out of 2048. */
interface Axis {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly firstWeight: Int32Array;
  readonly secondWeight: Int32Array;
}

/**
 * Bilinear resize to `height` × `width`, without antialiasing; equal to OpenCV's 8-bit `resize(INTER_LINEAR)` bit for bit.
 * An image that has this size already is returned itself.
 */
export function resizeLinear(image: Image, height: number, width: number): Image {
  if (image.height === height && image.width === width) return image;
  if (image.height === 2 * height && image.width === 2 * width) return halve(image, height, width);
  const { channels } = image;
  const columns = axis(image.width, width);
  const rows = axis(image.height, height);
  clampWeights(columns);
  const length = width * channels;
  const output = new Uint8Array(height * length);
  const horizontal = channels === 3 ? resizeRowRgb : resizeRowGray;
  let upper = new Int32Array(length);
  let lower = new Int32Array(length);
  let upperRow = -1;
  let lowerRow = -1;
  for (let y = 0; y < height; y++) {
    const first = rows.first[y];
    const second = rows.second[y];
    if (first === lowerRow) {
      [upper, lower] = [lower, upper];
      [upperRow, lowerRow] = [lowerRow, upperRow];
    }
    if (first !== upperRow) horizontal(image, (upperRow = first), columns, upper);
    if (second !== lowerRow) horizontal(image, (lowerRow = second), columns, lower);
    blendRows(upper, lower, rows.firstWeight[y], rows.secondWeight[y], output, y * length);
  }
  return { data: output, height, width, channels };
}

function axis(source: number, target: number): Axis {
  const table = {
    first: new Int32Array(target),
    second: new Int32Array(target),
    firstWeight: new Int32Array(target),
    secondWeight: new Int32Array(target),
  };
  const scale = 1 / (target / source);
  for (let i = 0; i < target; i++) {
    const position = Math.fround((i + 0.5) * scale - 0.5);
    const floor = Math.floor(position);
    const fraction = Math.fround(position - floor);
    table.first[i] = Math.min(Math.max(floor, 0), source - 1);
    table.second[i] = Math.min(Math.max(floor + 1, 0), source - 1);
    table.firstWeight[i] = roundHalfEven(Math.fround(1 - fraction) * 2048);
    table.secondWeight[i] = roundHalfEven(fraction * 2048);
  }
  return table;
}

/** Beyond the outermost pixel centres OpenCV drops the fraction along a row (but not along a column). */
function clampWeights(columns: Axis): void {
  for (let i = 0; i < columns.first.length; i++) {
    if (columns.first[i] !== columns.second[i]) continue;
    columns.firstWeight[i] = 2048;
    columns.secondWeight[i] = 0;
  }
}

function resizeRowRgb(image: Image, y: number, columns: Axis, output: Int32Array): void {
  const { data } = image;
  const { first, second, firstWeight, secondWeight } = columns;
  const start = y * image.width;
  for (let x = 0, o = 0; x < first.length; x++, o += 3) {
    const p = (start + first[x]) * 3;
    const q = (start + second[x]) * 3;
    const a = firstWeight[x];
    const b = secondWeight[x];
    output[o] = data[p] * a + data[q] * b;
    output[o + 1] = data[p + 1] * a + data[q + 1] * b;
    output[o + 2] = data[p + 2] * a + data[q + 2] * b;
  }
}

function resizeRowGray(image: Image, y: number, columns: Axis, output: Int32Array): void {
  const { data } = image;
  const { first, second, firstWeight, secondWeight } = columns;
  const start = y * image.width;
  for (let x = 0; x < first.length; x++) {
    output[x] = data[start + first[x]] * firstWeight[x] + data[start + second[x]] * secondWeight[x];
  }
}

/** OpenCV's fixed-point order: each product is cut to 16 bits before the sum. */
function blendRows(
  upper: Int32Array,
  lower: Int32Array,
  upperWeight: number,
  lowerWeight: number,
  output: Uint8Array,
  start: number,
): void {
  for (let i = 0; i < upper.length; i++) {
    const a = Math.imul(upperWeight, upper[i] >> 4) >> 16;
    const b = Math.imul(lowerWeight, lower[i] >> 4) >> 16;
    output[start + i] = (a + b + 2) >> 2;
  }
}

/** Exact halves: the rounded mean of each 2 × 2 block. */
function halve(image: Image, height: number, width: number): Image {
  const { data, channels } = image;
  const output = new Uint8Array(height * width * channels);
  const stride = image.width * channels;
  let o = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const p = 2 * y * stride + 2 * x * channels;
      for (let c = 0; c < channels; c++) {
        const q = p + c;
        output[o++] = (data[q] + data[q + channels] + data[q + stride] + data[q + stride + channels] + 2) >> 2;
      }
    }
  }
  return { data: output, height, width, channels };
}
