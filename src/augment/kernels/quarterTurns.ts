import type { Image } from '../image';
import { beginCall, kernels, put, reserve, take } from '../wasm/kernelMemory';
import { flipBoth } from './flip';

/** Swaps rows and columns: out[y, x] = in[x, y]; H × W becomes W × H. */
export function transpose(image: Image): Image {
  return gather(image, 0, image.channels, image.width * image.channels);
}

/** Turns by `turns` quarter turns counter-clockwise (0..3); odd numbers swap height and width. */
export function rotateQuarterTurns(image: Image, turns: number): Image {
  const { height, width, channels } = image;
  const stride = width * channels;
  switch (turns) {
    case 0:
      return image;
    case 1:
      return gather(image, stride - channels, -channels, stride);
    case 2:
      return flipBoth(image);
    case 3:
      return gather(image, (height - 1) * stride, channels, -stride);
    default:
      throw new RangeError(`The number of quarter turns is 0, 1, 2 or 3, not ${turns}.`);
  }
}

/** W × H pixels, read from byte `start` on, by `rowStep` bytes for each output row and `columnStep` for each output column. */
function gather({ data, height, width, channels }: Image, start: number, rowStep: number, columnStep: number): Image {
  beginCall();
  const source = put(data) + start;
  const target = reserve(data.length);
  if (channels === 3) kernels.gatherRgb(source, target, width, height, rowStep, columnStep);
  else kernels.gatherGray(source, target, width, height, rowStep, columnStep);
  return { data: take(target, data.length), height: width, width: height, channels };
}
