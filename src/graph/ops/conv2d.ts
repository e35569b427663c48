import { formatShape, requireRank, requireSameShape, ShapeError } from '../shape';
import { createTensor, floatInputs, type FloatTensor, type Operation, type Shape } from '../tensor';
import { reduceSum } from './reduceSum';

export interface Conv2dAttributes {
  /** Pixels from one output to the next, the same in both directions. */
  readonly stride: number;
  /** Rows and columns of zeros added on all four sides. */
  readonly padding: number;
}

/** Two-dimensional cross-correlation, as `torch.nn.functional.conv2d`: [N, C, H, W] with [O, C, k, k] → [N, O, H', W']. */
export const conv2dOperation: Operation<Conv2dAttributes> = {
  name: 'conv2d',
  gradient: (node, [dy]) => {
    const [x, weights, bias] = floatInputs(node);
    if (!dy) return [];
    return [
      conv2dInputGrad(dy, weights, x.shape, node.attributes),
      conv2dFilterGrad(x, dy, weights.shape, node.attributes),
      bias && reduceSum(dy, [0, 2, 3]),
    ];
  },
};

/**
 * @param bias [O], added to every pixel of its channel; left out for none
 * @throws ShapeError when channels differ or the kernel is larger than the padded image.
 */
export function conv2d(
  x: FloatTensor,
  weights: FloatTensor,
  attributes: Conv2dAttributes,
  bias?: FloatTensor,
): FloatTensor {
  const shape = conv2dShape('conv2d', x.shape, weights.shape, attributes);
  if (bias) requireSameShape('conv2d', 'bias', bias.shape, 'output channels', [shape[1]]);
  const inputs = bias ? [x, weights, bias] : [x, weights];
  return createTensor(conv2dOperation, inputs, attributes, { dtype: 'float32', shape });
}

/** The gradient of `conv2d` with respect to its input, from dy [N, O, H', W'] and weights. */
export const conv2dInputGradOperation: Operation<Conv2dAttributes> = { name: 'conv2dInputGrad' };

/** @throws ShapeError when `conv2d` of such an input would not have the shape of dy. */
export function conv2dInputGrad(
  dy: FloatTensor,
  weights: FloatTensor,
  inputShape: Shape,
  attributes: Conv2dAttributes,
): FloatTensor {
  const expected = conv2dShape('conv2dInputGrad', inputShape, weights.shape, attributes);
  requireSameShape('conv2dInputGrad', 'gradient', dy.shape, 'output', expected);
  return createTensor(conv2dInputGradOperation, [dy, weights], attributes, { dtype: 'float32', shape: inputShape });
}

/** The gradient of `conv2d` with respect to its weights, from x and dy. */
export const conv2dFilterGradOperation: Operation<Conv2dAttributes> = { name: 'conv2dFilterGrad' };

/** @throws ShapeError when `conv2d` with such weights would not have the shape of dy. */
export function conv2dFilterGrad(
  x: FloatTensor,
  dy: FloatTensor,
  filterShape: Shape,
  attributes: Conv2dAttributes,
): FloatTensor {
  const expected = conv2dShape('conv2dFilterGrad', x.shape, filterShape, attributes);
  requireSameShape('conv2dFilterGrad', 'gradient', dy.shape, 'output', expected);
  return createTensor(conv2dFilterGradOperation, [x, dy], attributes, { dtype: 'float32', shape: filterShape });
}

function conv2dShape(operation: string, x: Shape, weights: Shape, { stride, padding }: Conv2dAttributes): Shape {
  requireRank(operation, 'input', x, 4);
  requireRank(operation, 'weights', weights, 4);
  const [batch, channels, height, width] = x;
  const [outputChannels, weightChannels, kernelHeight, kernelWidth] = weights;
  const both = `input ${formatShape(x)} and weights ${formatShape(weights)}`;
  if (kernelHeight !== kernelWidth) throw new ShapeError(`${operation}: ${both}: the kernel is not square.`);
  if (channels !== weightChannels) {
    throw new ShapeError(`${operation}: ${both} do not fit: ${channels} channels against ${weightChannels}.`);
  }
  const smallest = Math.min(height, width) + 2 * padding;
  if (kernelHeight > smallest) {
    throw new ShapeError(`${operation}: ${both}: the kernel is larger than the image with padding ${padding}.`);
  }
  const outputSide = (side: number): number => Math.floor((side + 2 * padding - kernelHeight) / stride) + 1;
  return [batch, outputChannels, outputSide(height), outputSide(width)];
}
