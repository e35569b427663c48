import type { Image } from '../image';

/** Swaps rows and columns: out[y, x] = in[x, y]; H × W becomes W × H. */
export function transpose(image: Image): Image {
  const { height, width, channels } = image;
  return gather(image, 0, channels, width * channels, width, height);
}

/** Turns by `turns` quarter turns counter-clockwise (0..3); odd numbers swap height and width. */
export function rotateQuarterTurns(image: Image, turns: number): Image {
  const { height, width, channels } = image;
  const stride = width * channels;
  const end = height * stride;
  switch (turns) {
    case 0:
      return image;
    case 1:
      return gather(image, stride - channels, -channels, stride, width, height);
    case 2:
      return gather(image, end - channels, -stride, -channels, height, width);
    case 3:
      return gather(image, end - stride, channels, -stride, width, height);
    default:
      throw new RangeError(`A quarter turn count is 0, 1, 2 or 3, not ${turns}.`);
  }
}

/** Reads the source from offset `start`, moving by `rowStep` for each output row and `columnStep` for each output column. */
function gather(
  image: Image,
  start: number,
  rowStep: number,
  columnStep: number,
  height: number,
  width: number,
): Image {
  const { data, channels } = image;
  const output = new Uint8Array(data.length);
  let o = 0;
  for (let y = 0, row = start; y < height; y++, row += rowStep) {
    if (channels === 3) {
      for (let x = 0, p = row; x < width; x++, p += columnStep, o += 3) {
        output[o] = data[p];
        output[o + 1] = data[p + 1];
        output[o + 2] = data[p + 2];
      }
    } else {
      for (let x = 0, p = row; x < width; x++, p += columnStep) output[o++] = data[p];
    }
  }
  return { data: output, height, width, channels };
}
