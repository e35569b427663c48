import type { Image } from '../image';
import { beginCall, kernels, put, reserve, take } from '../wasm/kernelMemory';

/** Mirrors left and right: out[y, x] = in[y, W − 1 − x]. */
export function flipHorizontal({ data, height, width, channels }: Image): Image {
  return { data: reverseRows(data, width, height, channels), height, width, channels };
}

/** Mirrors top and bottom: out[y, x] = in[H − 1 − y, x]. */
export function flipVertical({ data, height, width, channels }: Image): Image {
  const stride = width * channels;
  beginCall();
  const source = put(data);
  const target = reserve(data.length);
  kernels.copyRows(source + data.length - stride, -stride, target, stride, height);
  return { data: take(target, data.length), height, width, channels };
}

/** Half a turn: out[y, x] = in[H − 1 − y, W − 1 − x]. */
export function flipBoth({ data, height, width, channels }: Image): Image {
  return { data: reverseRows(data, height * width, 1, channels), height, width, channels };
}

function reverseRows(data: Uint8Array, width: number, count: number, channels: 1 | 3): Uint8Array {
  beginCall();
  const source = put(data);
  const target = reserve(data.length);
  if (channels === 3) kernels.reverseRowsRgb(source, target, width, count);
  else kernels.reverseRowsGray(source, target, width, count);
  return take(target, data.length);
}
