import type { Image } from '../../augment/image';

export type Axis = 'columns' | 'rows';

/** The shortest side whose inner columns (or rows) are both odd and even. */
export const shortestSide = 4;

/**
 * How odd columns (or rows) differ from even ones: the mean over the odd ones, less that over the even ones, of the second
 * difference x[i] − (x[i−1] + x[i+1])/2, in levels: of Y, Cb and Cr (JFIF), or of the one gray channel.
 *
 * It is about 0 in a picture. In a JPEG with halved chroma it is not: the encoder's rounding of each pair of columns alternates
 * and the decoder's up-sampling weighs odd and even columns differently, so that Cb and Cr have a constant sign that a
 * flip reverses. The picture must be at least 4 pixels long in that direction.
 */
export function parity(image: Image, axis: Axis): number[] {
  const channels = Array.from({ length: image.channels }, (_, channel) => channelParity(image, axis, channel));
  if (image.channels === 1) return channels;
  // The statistic is linear in the pixels, so converting three numbers equals converting every pixel.
  const [r, g, b] = channels;
  return [
    0.299 * r + 0.587 * g + 0.114 * b,
    -0.168736 * r - 0.331264 * g + 0.5 * b,
    0.5 * r - 0.418688 * g - 0.081312 * b,
  ];
}

/**
 * How much more odd columns differ from even ones than odd rows do from even ones, whichever way: |parity of columns| − |parity of
 * rows|, in levels, by channel as in `parity`. A crop at an odd place reverses the signs of both parities and so hides them; the axis
 * with the larger one stays. Textures with a direction of their own show here as well. Both sides must be at least 4 pixels.
 */
export function axisParity(image: Image): number[] {
  const rows = parity(image, 'rows');
  return parity(image, 'columns').map((columns, channel) => Math.abs(columns) - Math.abs(rows[channel]));
}

function channelParity({ data, height, width, channels }: Image, axis: Axis, channel: number): number {
  const [length, across] = axis === 'columns' ? [width, height] : [height, width];
  const [step, stepAcross] = axis === 'columns' ? [channels, width * channels] : [width * channels, channels];
  const sums = new Float64Array(length);
  for (let j = 0; j < across; j++) {
    for (let i = 0, at = channel + j * stepAcross; i < length; i++, at += step) sums[i] += data[at];
  }
  const total = [0, 0];
  const number = [0, 0];
  for (let i = 1; i < length - 1; i++) {
    total[i % 2] += sums[i] - (sums[i - 1] + sums[i + 1]) / 2;
    number[i % 2]++;
  }
  return (total[1] / number[1] - total[0] / number[0]) / across;
}
