import type { Shape, Tensor } from '../../../graph/tensor';
import type { LoweringContext } from '../lowering/context';
import type { Value } from '../model';
import type { BlockedLayout } from './layout';

/**
 * Weights [O, C, k, k] in the order that `BlockedLayout.convolution` takes them in: [O / b][C / b][k × k][b of C][b of O], or
 * [O / b][C][k × k][b of O] where C is less than a block.
 */
export function forwardFilter(context: LoweringContext, layout: BlockedLayout, weights: Tensor): Value {
  return context.derived(weights, 'forwardFilter', () => {
    const b = layout.blockSize;
    const [outputs, inputs, kernel] = weights.shape;
    const taps = kernel * kernel;
    const blocks = layout.swapIntoBlocks(context.plain(weights), outputs / b, b, inputs * taps);
    if (inputs < b || taps === 1) return layout.reshape(blocks, weights.shape);
    const perTap = context.model.node('Transpose', [layout.reshape(blocks, [outputs / b, inputs / b, b, taps, b])], {
      attributes: { perm: [0, 1, 3, 2, 4] },
    });
    return layout.reshape(perTap, weights.shape);
  });
}

/**
 * Weights for the gradient with respect to the input, whose outputs are the C channels: the given taps in the given order,
 * [C / b][O / b][taps][b of O][b of C].
 * @param taps indices into k × k
 */
export function inputGradFilter(
  context: LoweringContext,
  layout: BlockedLayout,
  weights: Tensor,
  taps: readonly number[],
): Value {
  const b = layout.blockSize;
  const [outputs, inputs, kernel] = weights.shape;
  const allTaps = kernel * kernel;
  const [outputBlocks, inputBlocks] = [outputs / b, inputs / b];
  const swapped = context.derived(weights, 'inputGradFilter', () => {
    const blocks = outputBlocks * inputBlocks * allTaps;
    const value = layout.swapIntoBlocks(forwardFilter(context, layout, weights), blocks, b, b);
    return layout.reshape(value, [blocks, b * b]);
  });
  const order: number[] = [];
  for (let c = 0; c < inputBlocks; c++) {
    for (let o = 0; o < outputBlocks; o++) {
      for (const tap of taps) order.push((o * inputBlocks + c) * allTaps + tap);
    }
  }
  return context.model.node('Gather', [swapped, context.model.integers(order)], { attributes: { axis: 0 } });
}

/** Gradients of weights, [O / b, C × k × k, b], back to row-major [O, C, k, k]. */
export function filterFromBlocks(layout: BlockedLayout, value: Value, shape: Shape): Value {
  const b = layout.blockSize;
  const [outputs, inputs, kernel] = shape;
  return layout.reshape(layout.swapFromBlocks(value, outputs / b, b, inputs * kernel * kernel), shape);
}
