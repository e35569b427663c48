import type { Image } from '../image';

/** A rectangle inside an image, in pixels: rows y0 .. y0 + height − 1, columns x0 .. x0 + width − 1. */
export interface Box {
  readonly y0: number;
  readonly x0: number;
  readonly height: number;
  readonly width: number;
}

/** Cuts a rectangle out. Throws a RangeError when it does not lie inside the image. */
export function crop(image: Image, box: Box): Image {
  const { y0, x0, height, width } = box;
  if (y0 < 0 || x0 < 0 || height < 1 || width < 1 || y0 + height > image.height || x0 + width > image.width) {
    throw new RangeError(
      `The crop of ${height} x ${width} at (${y0}, ${x0}) does not lie inside the image of ${image.height} x ${image.width}.`,
    );
  }
  if (height === image.height && width === image.width) return image;
  const { data, channels } = image;
  const length = width * channels;
  const stride = image.width * channels;
  const output = new Uint8Array(height * length);
  for (let y = 0; y < height; y++) {
    const start = (y0 + y) * stride + x0 * channels;
    output.set(data.subarray(start, start + length), y * length);
  }
  return { data: output, height, width, channels };
}
