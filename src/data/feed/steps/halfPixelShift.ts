import type { Image } from '../../../augment/image';

/**
 * Bilinear resampling at the corners between pixels: each value is the rounded mean of a pixel and its neighbours to the right,
 * below and both; the last column and row are repeated. What differs between odd and even columns, rows or levels is averaged away.
 */
export function halfPixelShift({ data, height, width, channels }: Image): Image {
  const output = new Uint8Array(data.length);
  const row = width * channels;
  for (let y = 0; y < height; y++) {
    const below = y < height - 1 ? row : 0;
    for (let x = 0; x < width; x++) {
      const right = x < width - 1 ? channels : 0;
      for (let i = y * row + x * channels, end = i + channels; i < end; i++) {
        output[i] = (data[i] + data[i + right] + data[i + below] + data[i + right + below] + 2) >> 2;
      }
    }
  }
  return { data: output, height, width, channels };
}
