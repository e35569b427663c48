import type { Conv2dAttributes } from '../../../graph/ops/conv2d';
import type { Shape, Tensor } from '../../../graph/tensor';
import type { LoweringContext } from '../lowering/context';
import type { Value } from '../model';
import { filterFromBlocks } from './filters';
import type { BlockedLayout } from './layout';
import { cutWindow, type Window } from './window';

/**
 * The gradient of a convolution with respect to its weights sums products of pixels over images and positions. It is computed
 * as a convolution of the blocked layout in which the images play the part of input channels and the output's gradient is
 * the kernel: tap (r, q) of the weights is the output where that kernel, dilated by the stride, lies r rows and q columns into
 * the padded input. This runs as fast as the forward pass, with nothing unfolded; a matrix product over unfolded patches
 * (im2col) takes twice as long.
 * @param x fits the layout, or has fewer channels than a block and is held row-major
 * @param dy fits the layout
 * @returns row-major, shaped like `filter`
 */
export function blockedFilterGrad(
  context: LoweringContext,
  layout: BlockedLayout,
  x: Tensor,
  dy: Tensor,
  filter: Tensor,
  { stride, padding }: Conv2dAttributes,
): Value {
  const b = layout.blockSize;
  const [outputs, inputs, kernel] = filter.shape;
  const [batch, , height, width] = dy.shape;
  const images = Math.ceil(batch / b) * b;
  const lanes = Math.min(inputs, b);
  const inputBlocks = inputs / lanes;
  const outputBlocks = outputs / b;
  const groups = groupCount(images / b, inputBlocks * kernel * Math.ceil(outputBlocks / 4));

  // A kernel of one pixel reads only every stride-th pixel; then only those are copied.
  const step = kernel === 1 ? stride : 1;
  const reach = (side: number): number => ((side - 1) * stride + kernel - 1) / step + 1;
  const window = { top: -padding, left: -padding, height: reach(height), width: reach(width), stride: step };
  const pixels = inputs < b ? plainWindow(context, x, window) : blockedWindow(context, layout, x, window);
  const area = window.height * window.width * lanes;
  const padded = padImages(context, layout, pixels, [inputBlocks, batch, area], images);
  const image = layout.swapIntoBlocks(padded, (inputBlocks * images) / b, b, area);

  const sums = layout.convolution(
    layout.reshape(image, [inputBlocks, images, window.height, window.width * lanes]),
    layout.reshape(imagesInnermost(context, layout, dy, images, groups), [
      groups * outputs,
      images / groups,
      height,
      width,
    ]),
    { kernel: [height, width], dilations: [stride / step, (stride / step) * lanes], groups },
  );
  const total = sumGroups(context, layout, sums, [inputBlocks, groups, outputs * kernel * kernel * lanes]);
  const shape = [inputBlocks, outputBlocks, kernel * kernel, lanes, b];
  const ordered = context.model.node('Transpose', [layout.reshape(total, shape)], {
    attributes: { perm: [1, 0, 3, 2, 4] },
  });
  return filterFromBlocks(layout, ordered, filter.shape);
}

/** A window of x [N, C, H, W] as [C / b, N, height, width, b]. */
function blockedWindow(context: LoweringContext, layout: BlockedLayout, x: Tensor, window: Window): Value {
  const b = layout.blockSize;
  const [batch, channels, height, width] = x.shape;
  let value = context.blocked(x);
  if (channels > b) {
    const shaped = layout.reshape(value, [batch, channels / b, height * width * b]);
    value = context.model.node('Transpose', [shaped], { attributes: { perm: [1, 0, 2] } });
  }
  const images = layout.reshape(value, [(batch * channels) / b, b, height, width]);
  return cutWindow(context.model, layout, images, [height, width], window);
}

/** A window of x [N, C, H, W], held row-major, as [N, height, width, C]. */
function plainWindow(context: LoweringContext, x: Tensor, { top, left, height, width, stride }: Window): Value {
  const { model } = context;
  const channelsLast = model.node('Transpose', [context.plain(x)], { attributes: { perm: [0, 2, 3, 1] } });
  const [below, beside] = [height * stride + top - x.shape[2], width * stride + left - x.shape[3]];
  const padded = model.node('Pad', [channelsLast, model.integers([0, -top, -left, 0, 0, below, beside, 0])]);
  if (stride === 1) return padded;
  const slice = [
    [0, 0],
    [height * stride, width * stride],
    [1, 2],
    [stride, stride],
  ];
  return model.node('Slice', [padded, ...slice.map((values) => model.integers(values))]);
}

/** A value [blocks, N, size] with zero images appended up to `images`. */
function padImages(
  { model }: LoweringContext,
  layout: BlockedLayout,
  value: Value,
  [blocks, batch, size]: readonly [number, number, number],
  images: number,
): Value {
  if (batch === images) return value;
  const pads = model.integers([0, 0, 0, 0, images - batch, 0]);
  return model.node('Pad', [layout.reshape(value, [blocks, batch, size]), pads]);
}

/** dy [N, O, H, W] as the filter of a grouped convolution: [groups][O / b][blocks of images][H × W][b images][b of O]. */
function imagesInnermost(
  context: LoweringContext,
  layout: BlockedLayout,
  dy: Tensor,
  images: number,
  groups: number,
): Value {
  const b = layout.blockSize;
  const [batch, channels, height, width] = dy.shape;
  const padded = padImages(context, layout, context.blocked(dy), [1, batch, channels * height * width], images);
  const shape = [groups, images / b / groups, b, channels / b, height * width, b];
  return context.model.node('Transpose', [layout.reshape(padded, shape)], {
    attributes: { perm: [0, 3, 1, 4, 2, 5] },
  });
}

/** [blocks, groups, size] summed over the groups. */
function sumGroups({ model }: LoweringContext, layout: BlockedLayout, value: Value, shape: Shape): Value {
  if (shape[1] === 1) return value;
  return model.node('ReduceSum', [layout.reshape(value, shape), model.integers([1])], { attributes: { keepdims: 0 } });
}

/**
 * In how many groups the images are summed. Threads share out groups × calls of the convolution kernel: six are enough for
 * two, three or six of them.
 */
function groupCount(imageBlocks: number, calls: number): number {
  let groups = 1;
  while (groups * calls < 6 && imageBlocks % (2 * groups) === 0) groups *= 2;
  return groups;
}
