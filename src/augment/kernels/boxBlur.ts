import type { Image } from '../image';
import { reflect101 } from './reflect101';

/** Means over k × k windows (k odd), mirrored at the borders, each rounded to nearest; equal to OpenCV's `blur` bit for bit. */
export function boxBlur(image: Image, k: number): Image {
  const { data, height, width, channels } = image;
  const length = width * channels;
  const radius = k >> 1;
  const padded = new Int32Array(length + 2 * radius * channels);
  // The horizontal sums of the k rows in reach of the current one; row y in slot (y + radius) mod k.
  const sums = Array.from({ length: k }, () => new Int32Array(length));
  const total = new Int32Array(length);
  for (let y = -radius; y < radius; y++) {
    const row = sums[(y + radius) % k];
    sumRow(image, reflect101(y, height), radius, padded, row);
    for (let i = 0; i < length; i++) total[i] += row[i];
  }

  const output = new Uint8Array(data.length);
  // k² is odd, so there are no ties. The half added last keeps the product off the integers, where it could fall on the wrong side.
  const bias = (k * k) >> 1;
  const inverse = 1 / (k * k);
  for (let y = 0; y < height; y++) {
    const newest = sums[(y + 2 * radius) % k];
    const oldest = sums[y % k];
    sumRow(image, reflect101(y + radius, height), radius, padded, newest);
    const start = y * length;
    for (let i = 0; i < length; i++) {
      const sum = total[i] + newest[i];
      output[start + i] = (sum + bias + 0.5) * inverse;
      total[i] = sum - oldest[i];
    }
  }
  return { data: output, height, width, channels };
}

/** For every value of row y the sum of the 2·radius + 1 values around it in its channel. */
function sumRow(image: Image, y: number, radius: number, padded: Int32Array, output: Int32Array): void {
  const { data, width, channels } = image;
  const length = width * channels;
  const start = y * length;
  const margin = radius * channels;
  for (let i = 0; i < length; i++) padded[margin + i] = data[start + i];
  for (let i = 1; i <= radius; i++) {
    const left = reflect101(-i, width) * channels;
    const right = reflect101(width - 1 + i, width) * channels;
    for (let c = 0; c < channels; c++) {
      padded[margin - i * channels + c] = data[start + left + c];
      padded[margin + length + (i - 1) * channels + c] = data[start + right + c];
    }
  }
  const window = 2 * margin;
  for (let c = 0; c < channels; c++) {
    let sum = 0;
    for (let i = c; i <= c + window; i += channels) sum += padded[i];
    output[c] = sum;
  }
  for (let i = channels; i < length; i++) {
    output[i] = output[i - channels] + padded[i + window] - padded[i - channels];
  }
}
