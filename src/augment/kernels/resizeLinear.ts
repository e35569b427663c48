import type { Image } from '../image';
import { beginCall, kernels, put, reserve, take } from '../wasm/kernelMemory';
import { crop, requireInside, type Box } from './crop';

/**
 * Bilinear resize to `height` × `width`, without antialiasing; equal to OpenCV's 8-bit `resize(INTER_LINEAR)` bit for bit.
 * An image that has this size already is returned itself.
 */
export function resizeLinear(image: Image, height: number, width: number): Image {
  return cropAndResize(image, { y0: 0, x0: 0, height: image.height, width: image.width }, height, width);
}

/** As resizeLinear of a crop, in one pass. */
export function cropAndResize(image: Image, box: Box, height: number, width: number): Image {
  if (box.height === height && box.width === width) return crop(image, box);
  if (box.height === 2 * height && box.width === 2 * width) return halve(crop(image, box));
  requireInside(image, box);
  const { data, channels } = image;
  const stride = image.width * channels;
  const length = height * width * channels;
  beginCall();
  const source = put(data) + box.y0 * stride + box.x0 * channels;
  const target = reserve(length);
  const scratch = reserve(8 * width + 4 * (4 * width * channels + 64));
  kernels.resizeLinear(source, stride, box.height, box.width, target, height, width, channels, scratch);
  return { data: take(target, length), height, width, channels };
}

/** Exact halves: the rounded mean of each 2 × 2 block. */
function halve({ data, height, width, channels }: Image): Image {
  const stride = width * channels;
  const output = new Uint8Array(data.length / 4);
  let o = 0;
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      for (let c = 0; c < channels; c++) {
        const p = y * stride + x * channels + c;
        output[o++] = (data[p] + data[p + channels] + data[p + stride] + data[p + stride + channels] + 2) >> 2;
      }
    }
  }
  return { data: output, height: height / 2, width: width / 2, channels };
}
