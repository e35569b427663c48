import type { Image } from '../image';

/** Mirrors left and right: out[y, x] = in[y, W − 1 − x]. */
export function flipHorizontal(image: Image): Image {
  const { data, height, width, channels } = image;
  const output = new Uint8Array(data.length);
  const stride = width * channels;
  for (let start = 0; start < data.length; start += stride) {
    let q = start + stride - channels;
    if (channels === 3) {
      for (let p = start; p < start + stride; p += 3, q -= 3) {
        output[p] = data[q];
        output[p + 1] = data[q + 1];
        output[p + 2] = data[q + 2];
      }
    } else {
      for (let p = start; p < start + stride; p++, q--) output[p] = data[q];
    }
  }
  return { data: output, height, width, channels };
}

/** Mirrors top and bottom: out[y, x] = in[H − 1 − y, x]. */
export function flipVertical(image: Image): Image {
  const { data, height, width, channels } = image;
  const output = new Uint8Array(data.length);
  const stride = width * channels;
  for (let start = 0; start < data.length; start += stride) {
    const mirrored = data.length - stride - start;
    output.set(data.subarray(mirrored, mirrored + stride), start);
  }
  return { data: output, height, width, channels };
}
