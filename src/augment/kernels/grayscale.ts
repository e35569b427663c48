import type { Image } from '../image';
import { beginCall, kernels, put, reserve, take } from '../wasm/kernelMemory';

/** Luma in all three channels; equal to OpenCV 4's 8-bit RGB2GRAY. A gray image is returned itself. */
export function grayscale(image: Image): Image {
  const { data, height, width, channels } = image;
  if (channels === 1) return image;
  beginCall();
  const source = put(data);
  const target = reserve(data.length);
  kernels.grayscale(source, target, height * width);
  return { data: take(target, data.length), height, width, channels };
}

/** The sum of all pixels' luma. */
export function lumaSum(image: Image): number {
  const { data, channels } = grayscale(image);
  let sum = 0;
  for (let i = 0; i < data.length; i += channels) sum += data[i];
  return sum;
}
