import type { Image } from '../image';
import { beginCall, kernels, put, reserve, take } from '../wasm/kernelMemory';

/**
 * Means over k × k windows, mirrored at the borders, each rounded to nearest; equal to OpenCV's `blur` bit for bit. Throws a RangeError
 * unless k is odd and in 3..15.
 */
export function boxBlur({ data, height, width, channels }: Image, k: number): Image {
  if (k % 2 !== 1 || k < 3 || k > 15) throw new RangeError(`The blur window's side is odd and in 3..15, not ${k}.`);
  // Division by k² as multiplication and shift: the factor has 16 bits, and its error times the largest sum stays below one unit.
  const shift = 31 - Math.clz32(k * k);
  const multiplier = Math.ceil(2 ** (16 + shift) / (k * k));
  beginCall();
  const source = put(data);
  const target = reserve(data.length);
  const sums = reserve(2 * channels * (width + k));
  kernels.boxBlur(source, target, height, width, channels, k, sums, multiplier, shift);
  return { data: take(target, data.length), height, width, channels };
}
