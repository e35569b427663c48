import type { Conv2dAttributes } from '../../../graph/ops/conv2d';
import type { Tensor } from '../../../graph/tensor';
import type { LoweringContext } from '../lowering/context';
import { unfold } from '../lowering/plainConvolution';
import type { Value } from '../model';
import { filterFromBlocks } from './filters';
import type { BlockedLayout } from './layout';

/**
 * The gradient with respect to the weights of a first layer, whose input has too few channels for blocks: patches
 * [C × k × k, pixels] × gradient [pixels, b] for each image and block of outputs.
 */
export function stemFilterGrad(
  context: LoweringContext,
  layout: BlockedLayout,
  x: Tensor,
  dy: Tensor,
  filter: Tensor,
  attributes: Conv2dAttributes,
): Value {
  const { model } = context;
  const b = layout.blockSize;
  const [batch, outputChannels, height, width] = dy.shape;
  const [, inputChannels, kernel] = filter.shape;
  const columns = inputChannels * kernel * kernel;
  const patches = layout.reshape(unfold(context, x, dy, filter, attributes), [batch, 1, columns, height * width]);
  const gradient = layout.reshape(context.blocked(dy), [batch, outputChannels / b, height * width, b]);
  const products = model.node('MatMul', [patches, gradient]);
  const sum = model.node('ReduceSum', [products, model.integers([0])], { attributes: { keepdims: 0 } });
  return filterFromBlocks(layout, sum, filter.shape);
}
