import type { Image } from '../image';

/** Adds a field of noise in levels (one value per pixel and channel), each truncated towards zero; sums are cut to 0..255. */
export function addNoise(image: Image, noise: Float32Array): Image {
  const { data, height, width, channels } = image;
  const output = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) {
    const sum = data[i] + (noise[i] | 0);
    output[i] = sum < 0 ? 0 : sum > 255 ? 255 : sum;
  }
  return { data: output, height, width, channels };
}
