import type { Image } from '../image';

/** The luma of an RGB image, one value per pixel; equal to OpenCV 4's 8-bit RGB2GRAY. A gray image's own values. */
export function luma(image: Image): Uint8Array {
  const { data, channels } = image;
  if (channels === 1) return data;
  const output = new Uint8Array(data.length / 3);
  for (let i = 0, p = 0; i < output.length; i++, p += 3) {
    output[i] = (9798 * data[p] + 19235 * data[p + 1] + 3735 * data[p + 2] + 16384) >> 15;
  }
  return output;
}

/** Luma in all three channels. */
export function grayscale(image: Image): Image {
  const { data, height, width, channels } = image;
  if (channels === 1) return image;
  const output = new Uint8Array(data.length);
  for (let p = 0; p < data.length; p += 3) {
    const gray = (9798 * data[p] + 19235 * data[p + 1] + 3735 * data[p + 2] + 16384) >> 15;
    output[p] = gray;
    output[p + 1] = gray;
    output[p + 2] = gray;
  }
  return { data: output, height, width, channels };
}
