import type { Image } from '../image';
import { beginCall, kernels, put, reserve, take } from '../wasm/kernelMemory';

/** A rectangle inside an image, in pixels: rows y0 .. y0 + height − 1, columns x0 .. x0 + width − 1. */
export interface Box {
  readonly y0: number;
  readonly x0: number;
  readonly height: number;
  readonly width: number;
}

/** Cuts a rectangle out. Throws a RangeError when it does not lie inside the image; the whole image is returned itself. */
export function crop(image: Image, box: Box): Image {
  requireInside(image, box);
  const { data, channels } = image;
  const { y0, x0, height, width } = box;
  if (height === image.height && width === image.width) return image;
  const stride = image.width * channels;
  const length = width * channels;
  beginCall();
  const source = put(data) + y0 * stride + x0 * channels;
  const target = reserve(height * length);
  kernels.copyRows(source, stride, target, length, height);
  return { data: take(target, height * length), height, width, channels };
}

/** Throws a RangeError that names both sizes when a rectangle does not lie inside an image. */
export function requireInside(image: Image, { y0, x0, height, width }: Box): void {
  if (y0 >= 0 && x0 >= 0 && height >= 1 && width >= 1 && y0 + height <= image.height && x0 + width <= image.width)
    return;
  throw new RangeError(
    `The crop of ${height} x ${width} at (${y0}, ${x0}) does not lie inside the image of ${image.height} x ${image.width}.`,
  );
}
