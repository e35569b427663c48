import type { Image } from '../image';
import { beginCall, kernels, put, reserve, take } from '../wasm/kernelMemory';

/** Replaces every value x by scale · x + shift in float32, cut to 0..255 and truncated, as Albumentations does. */
export function affineLevels({ data, height, width, channels }: Image, scale: number, shift: number): Image {
  beginCall();
  const source = put(data);
  const target = reserve(data.length);
  kernels.affineLevels(source, target, data.length, scale, shift);
  return { data: take(target, data.length), height, width, channels };
}
