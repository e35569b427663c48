import type { Conv2dAttributes } from '../../../graph/ops/conv2d';
import type { Shape, Tensor } from '../../../graph/tensor';
import type { LoweringContext } from '../lowering/context';
import type { Value } from '../model';
import { filterFromBlocks } from './filters';
import type { BlockedLayout } from './layout';
import { cutWindow } from './shift';

/*
 * The gradient of a convolution with respect to its weights is a sum over images and pixels. It is computed as a convolution
 * of the blocked layout in which pixels play the part of input channels: the output's gradient, as it lies in memory,
 * is then already a filter [O / b][blocks of b pixels][b pixels][b of O], and the input, its pixels and channels swapped
 * block by block, an image whose "pixels" are the channels C. This runs at the speed of the forward convolution, where a
 * matrix product over unfolded patches (im2col) spends as long again on copying. What remains is one shifted copy for each
 * tap of the kernel. The images are summed in a few groups, which is what threads share out among themselves.
 */
interface Geometry {
  readonly context: LoweringContext;
  readonly layout: BlockedLayout;
  readonly input: Shape;
  readonly output: Shape;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
  readonly groups: number;
  /** [N × C / b, b, H, W]: one image for each block of channels. */
  readonly x: Value;
  /** [N × O / b, b, H', W'], ordered [groups][O / b][N / groups]. */
  readonly dy: Value;
}

/** x and dy blocked, weights' gradient row-major [O, C, k, k]. */
export function blockedFilterGrad(
  context: LoweringContext,
  layout: BlockedLayout,
  x: Tensor,
  dy: Tensor,
  filterShape: Shape,
  { stride, padding }: Conv2dAttributes,
): Value {
  const b = layout.blockSize;
  const [batch, channels, height, width] = x.shape;
  const groups = greatestCommonDivisor(batch, shares(dy.shape[1] / b));
  const geometry: Geometry = {
    context,
    layout,
    input: x.shape,
    output: dy.shape,
    kernel: filterShape[2],
    stride,
    padding,
    groups,
    x: layout.reshape(context.blocked(x), [(batch * channels) / b, b, height, width]),
    dy: groupImages(context, layout, dy, groups),
  };
  const sums = rowsFitBlocks(geometry) ? sumAlongRows(geometry) : sumOverFrame(geometry);
  return filterFromBlocks(layout, sums, filterShape);
}

/** In how many groups the images are summed: one call of the kernel takes four blocks of outputs, and four calls are enough. */
function shares(outputBlocks: number): number {
  return Math.max(1, Math.floor(4 / Math.ceil(outputBlocks / 4)));
}

function groupImages(context: LoweringContext, layout: BlockedLayout, dy: Tensor, groups: number): Value {
  const b = layout.blockSize;
  const [batch, channels, height, width] = dy.shape;
  let value = context.blocked(dy);
  if (channels > b) {
    const shape = [groups, batch / groups, channels / b, height * width * b];
    value = context.model.node('Transpose', [layout.reshape(value, shape)], { attributes: { perm: [0, 2, 1, 3] } });
  }
  return layout.reshape(value, [(batch * channels) / b, b, height, width]);
}

/** Whether rows of pixels fill whole blocks without much waste. */
function rowsFitBlocks({ input, kernel, stride, layout }: Geometry): boolean {
  return stride === 1 && kernel > 1 && roundUp(input[3], layout.blockSize) <= 1.25 * input[3];
}

/**
 * Pixels are summed row by row, the row playing the part of the kernel: its height steps through the rows, and the k outputs
 * that it has are the k rows of taps. Only the k columns of taps need copies.
 */
function sumAlongRows(geometry: Geometry): Value {
  const { context, layout, input, output, kernel, padding, groups, x, dy } = geometry;
  const b = layout.blockSize;
  const [batch, inputChannels, height, width] = input;
  const [, outputChannels, outputHeight, outputWidth] = output;
  const paddedWidth = roundUp(width, b);
  const blocksPerRow = paddedWidth / b;
  const paddedHeight = outputHeight + kernel - 1;
  const frame = cutWindow(context.model, layout, x, [height, width], {
    top: -padding,
    left: 0,
    height: paddedHeight,
    width: paddedWidth,
    stride: 1,
  });
  const image = layout.reshape(pixelsIntoBlocks(geometry, frame, paddedHeight, paddedWidth), [
    1,
    batch * b,
    paddedHeight * blocksPerRow,
    inputChannels,
  ]);
  const columns = range(kernel).map((column) => {
    const shifted = cutWindow(context.model, layout, dy, [outputHeight, outputWidth], {
      top: 0,
      left: padding - column,
      height: outputHeight,
      width: paddedWidth,
      stride: 1,
    });
    const rows = outputHeight * blocksPerRow;
    const filter = layout.reshape(shifted, [groups * outputChannels, (batch * b) / groups, rows, 1]);
    return layout.convolution(image, filter, { kernel: [rows, 1], strides: [blocksPerRow, 1], groups });
  });
  // [kernel columns, O / b, kernel rows, C, b] → [O / b, C, rows, columns, b]
  const shape = [kernel, outputChannels / b, kernel, inputChannels, b];
  const sums = layout.reshape(sumGroups(geometry, columns, outputChannels * kernel * inputChannels), shape);
  return context.model.node('Transpose', [sums], { attributes: { perm: [1, 3, 2, 0, 4] } });
}

/** All pixels are summed at once, in a frame that whole blocks fill; every tap is a product of its own. */
function sumOverFrame(geometry: Geometry): Value {
  const { context, layout, input, output, kernel, stride, padding, groups, x, dy } = geometry;
  const b = layout.blockSize;
  const [batch, inputChannels, height, width] = input;
  const [, outputChannels, outputHeight, outputWidth] = output;
  const [frameHeight, frameWidth] = smallestFrame(Math.ceil(height / stride), Math.ceil(width / stride), b);
  const frame = { height: frameHeight, width: frameWidth };
  const pixels = frameHeight * frameWidth;

  // Tap r reads input row stride × (y + shift) + phase for output row y.
  const image = remember((top: number, left: number) => {
    const phase = cutWindow(context.model, layout, x, [height, width], { top, left, ...frame, stride });
    const blocks = pixelsIntoBlocks(geometry, phase, frameHeight, frameWidth);
    return layout.reshape(blocks, [1, batch * pixels, 1, inputChannels]);
  });
  const filter = remember((down: number, right: number) => {
    const window = { top: -down, left: -right, ...frame, stride: 1 };
    const shifted = cutWindow(context.model, layout, dy, [outputHeight, outputWidth], window);
    return layout.reshape(shifted, [groups * outputChannels, (batch * pixels) / groups, 1, 1]);
  });
  const shift = (tap: number): number => Math.floor((tap - padding) / stride);
  const phase = (tap: number): number => tap - padding - stride * shift(tap);
  const taps = range(kernel).flatMap((row) =>
    range(kernel).map((column) =>
      layout.convolution(image(phase(row), phase(column)), filter(shift(row), shift(column)), {
        kernel: [1, 1],
        groups,
      }),
    ),
  );
  // [taps, O / b, C, b] → [O / b, C, taps, b]
  const sums = layout.reshape(sumGroups(geometry, taps, outputChannels * inputChannels), [
    kernel * kernel,
    outputChannels / b,
    inputChannels,
    b,
  ]);
  return context.model.node('Transpose', [sums], { attributes: { perm: [1, 2, 0, 3] } });
}

/** [N × C / b, b, height, width] blocked → [N × pixels / b, C, b]: for each block of pixels and each channel, those pixels. */
function pixelsIntoBlocks(
  { layout, input: [batch, channels] }: Geometry,
  x: Value,
  height: number,
  width: number,
): Value {
  const b = layout.blockSize;
  const shape = [batch, channels, height, width];
  const channelsLast = layout.toChannelsLast(layout.reshape(x, shape), shape);
  return layout.swapIntoBlocks(channelsLast, (batch * height * width) / b, b, channels);
}

/** Parts [1, groups × O, …] → all of them, each summed over the groups. */
function sumGroups({ context: { model }, layout, groups }: Geometry, parts: readonly Value[], size: number): Value {
  const joined = parts.length === 1 ? parts[0] : model.node('Concat', parts, { attributes: { axis: 0 } });
  if (groups === 1) return joined;
  const grouped = layout.reshape(joined, [parts.length, groups, size]);
  return model.node('ReduceSum', [grouped, model.integers([1])], { attributes: { keepdims: 0 } });
}

/** The smallest frame of at least height × width whose pixels fill whole blocks. */
function smallestFrame(height: number, width: number, b: number): [height: number, width: number] {
  let best: [number, number] = [height, roundUp(width, b)];
  for (let h = height; h < height + b; h++) {
    for (let w = width; w < width + b; w++) {
      if ((h * w) % b === 0 && h * w < best[0] * best[1]) best = [h, w];
    }
  }
  return best;
}

function remember(make: (a: number, b: number) => Value): (a: number, b: number) => Value {
  const known = new Map<string, Value>();
  return (a, b) => {
    const key = `${a},${b}`;
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = make(a, b)));
    return value;
  };
}

const range = (length: number): number[] => Array.from({ length }, (_, i) => i);

const roundUp = (value: number, multiple: number): number => Math.ceil(value / multiple) * multiple;

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
