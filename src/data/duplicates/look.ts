import type { Image } from '../../augment/image';
import { resizeArea } from '../../augment/kernels/resizeArea';

/** Side of the small gray picture in a look. */
export const lookSide = 16;
/** Bytes of a look: the small gray picture, then the picture's mean red, green and blue. */
export const lookLength = lookSide * lookSide + 3;

/** What a picture looks like in 259 bytes, which survives another size, another compression and a little more light. */
export function lookOf(image: Image): Uint8Array {
  const { data } = resizeArea(image, lookSide, lookSide);
  const look = new Uint8Array(lookLength);
  const pixels = lookSide * lookSide;
  const sums = [0, 0, 0];
  for (let i = 0; i < pixels; i++) {
    const at = i * image.channels;
    const [r, g, b] = image.channels === 1 ? [data[i], data[i], data[i]] : [data[at], data[at + 1], data[at + 2]];
    // Luma of ITU-R BT.601, as in JPEG.
    look[i] = Math.round(0.299 * r + 0.587 * g + 0.114 * b);
    sums[0] += r;
    sums[1] += g;
    sums[2] += b;
  }
  sums.forEach((sum, channel) => (look[pixels + channel] = Math.round(sum / pixels)));
  return look;
}
