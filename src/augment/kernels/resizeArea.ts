import type { Image } from '../image';

/**
 * How the samples of one axis are averaged: output i takes `count[i]` samples from `first[i]` on. The first and the last have weights of
 * their own, those between all weigh `inner`. Weights are integers that sum to `total` for every output, so nothing is rounded before the end.
 */
interface Axis {
  readonly first: Int32Array;
  readonly count: Int32Array;
  readonly firstWeight: Int32Array;
  readonly lastWeight: Int32Array;
  readonly inner: number;
  readonly total: number;
}

/**
 * Resizes to `height` × `width` by averaging: along an axis that shrinks, every output pixel is the mean of the area it covers, with
 * pixels at its rim counted by the share that is covered; along an axis that grows, linear interpolation between pixel centres.
 * All arithmetic is in integers up to the final rounding (ties up), so the result is the same everywhere.
 * An image that has this size already is returned itself.
 */
export function resizeArea(image: Image, height: number, width: number): Image {
  if (image.height === height && image.width === width) return image;
  const columns = axis(image.width, width);
  const rows = axis(image.height, height);
  const { channels } = image;
  const length = width * channels;
  const average = channels === 3 ? averageRowRgb : averageRowGray;
  // Neighbouring output rows share at most two source rows: the latest two averaged ones are kept, by parity.
  const latest = [new Int32Array(length), new Int32Array(length)];
  const latestRow = [-1, -1];
  const averagedRow = (y: number): Int32Array => {
    const slot = y & 1;
    if (latestRow[slot] !== y) {
      average(image, y, columns, latest[slot]);
      latestRow[slot] = y;
    }
    return latest[slot];
  };

  const sums = new Float64Array(length);
  const output = new Uint8Array(height * length);
  const area = rows.total * columns.total;
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    const last = rows.count[y] - 1;
    for (let i = 0; i <= last; i++) {
      const weight = i === 0 ? rows.firstWeight[y] : i === last ? rows.lastWeight[y] : rows.inner;
      addScaled(sums, averagedRow(rows.first[y] + i), weight);
    }
    const start = y * length;
    for (let i = 0; i < length; i++) output[start + i] = Math.floor(sums[i] / area + 0.5);
  }
  return { data: output, height, width, channels };
}

function axis(source: number, target: number): Axis {
  return target < source ? coverage(source, target) : interpolation(source, target);
}

/** In units of 1/target of a source pixel: source pixel k spans k·target..(k+1)·target, output i spans i·source..(i+1)·source. */
function coverage(source: number, target: number): Axis {
  const table = emptyAxis(target, target, source);
  for (let i = 0; i < target; i++) {
    const start = i * source;
    const end = start + source;
    const first = Math.floor(start / target);
    const last = Math.ceil(end / target) - 1;
    table.first[i] = first;
    table.count[i] = last - first + 1;
    table.firstWeight[i] = (first + 1) * target - start;
    table.lastWeight[i] = end - last * target;
  }
  return table;
}

/** The centre of output i lies at ((2i + 1)·source − target) / (2·target) source pixels from the first centre. */
function interpolation(source: number, target: number): Axis {
  const total = 2 * target;
  const table = emptyAxis(target, 0, total);
  for (let i = 0; i < target; i++) {
    const position = Math.min(Math.max((2 * i + 1) * source - target, 0), (source - 1) * total);
    const first = Math.floor(position / total);
    const fraction = position - first * total;
    table.first[i] = first;
    table.count[i] = fraction === 0 ? 1 : 2;
    table.firstWeight[i] = total - fraction;
    table.lastWeight[i] = fraction;
  }
  return table;
}

function emptyAxis(length: number, inner: number, total: number): Axis {
  return {
    first: new Int32Array(length),
    count: new Int32Array(length),
    firstWeight: new Int32Array(length),
    lastWeight: new Int32Array(length),
    inner,
    total,
  };
}

function averageRowRgb(image: Image, y: number, columns: Axis, output: Int32Array): void {
  const { data } = image;
  const { first, count, firstWeight, lastWeight, inner } = columns;
  const start = y * image.width;
  for (let x = 0, o = 0; x < first.length; x++, o += 3) {
    const begin = (start + first[x]) * 3;
    const last = begin + (count[x] - 1) * 3;
    let r = 0;
    let g = 0;
    let b = 0;
    for (let p = begin + 3; p < last; p += 3) {
      r += data[p];
      g += data[p + 1];
      b += data[p + 2];
    }
    const head = firstWeight[x];
    const tail = last > begin ? lastWeight[x] : 0;
    output[o] = data[begin] * head + r * inner + data[last] * tail;
    output[o + 1] = data[begin + 1] * head + g * inner + data[last + 1] * tail;
    output[o + 2] = data[begin + 2] * head + b * inner + data[last + 2] * tail;
  }
}

function averageRowGray(image: Image, y: number, columns: Axis, output: Int32Array): void {
  const { data } = image;
  const { first, count, firstWeight, lastWeight, inner } = columns;
  const start = y * image.width;
  for (let x = 0; x < first.length; x++) {
    const begin = start + first[x];
    const last = begin + count[x] - 1;
    let sum = 0;
    for (let p = begin + 1; p < last; p++) sum += data[p];
    const tail = last > begin ? lastWeight[x] : 0;
    output[x] = data[begin] * firstWeight[x] + sum * inner + data[last] * tail;
  }
}

function addScaled(sums: Float64Array, row: Int32Array, weight: number): void {
  for (let i = 0; i < row.length; i++) sums[i] += row[i] * weight;
}
