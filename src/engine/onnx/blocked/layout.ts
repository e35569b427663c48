import type { Shape } from '../../../graph/tensor';
import type { ModelBuilder, Value } from '../model';

/** Operator set of onnxruntime's blocked layout; its own optimiser uses it for inference. */
export const blockedDomain = 'com.microsoft.nchwc';

export interface BlockedConvolution {
  readonly kernel: readonly [height: number, width: number];
  readonly strides?: readonly [vertical: number, horizontal: number];
  /** Zeros added at the top, left, bottom and right. */
  readonly pads?: readonly [top: number, left: number, bottom: number, right: number];
  readonly dilations?: readonly [vertical: number, horizontal: number];
  readonly groups?: number;
  /** [O], added per output channel. */
  readonly bias?: Value | undefined;
  /** Added to the output, in its shape and layout. */
  readonly sum?: Value | undefined;
  /** Whether max(·, 0) comes last. */
  readonly relu?: boolean | undefined;
}

/**
 * onnxruntime's NCHWc layout: channels in blocks of b, an image being [C / b][H][W][b]. A value of logical shape
 * [N, C, H, W] is held in a model value of that shape with its elements in this order. The convolutions of this layout run
 * near the peak of the processor and can scale, shift, add and clip on the way; their depthwise kind is the fastest pass
 * over memory that onnxruntime has, and does what elementwise operations would need several passes for.
 */
export class BlockedLayout {
  private readonly ones = new Map<number, Value>();

  constructor(
    private readonly model: ModelBuilder,
    /** Channels per block: 16 with AVX-512, 8 with AVX2. */
    readonly blockSize: number,
  ) {}

  /** Whether images of this shape can be held: whole blocks of channels. */
  fits(shape: Shape): boolean {
    return shape.length === 4 && shape[1] % this.blockSize === 0;
  }

  /** [N, C, H, W] from row-major. */
  toBlocked(value: Value, shape: Shape): Value {
    // One pixel: both layouts are the same.
    if (shape[2] * shape[3] === 1) return value;
    return this.model.node('ReorderInput', [value], { domain: blockedDomain });
  }

  /** [N, C, H, W] to row-major. */
  toPlain(value: Value, shape: Shape): Value {
    if (shape[2] * shape[3] === 1) return value;
    return this.model.node('ReorderOutput', [value], { domain: blockedDomain, attributes: { channels: shape[1] } });
  }

  /** [N, C, H, W] to row-major [N, H, W, C]. */
  toChannelsLast(value: Value, shape: Shape): Value {
    if (shape[1] === this.blockSize) return this.reshape(value, [shape[0], shape[2], shape[3], shape[1]]);
    const attributes = { channels: shape[1], channels_last: 1 };
    return this.model.node('ReorderOutput', [value], { domain: blockedDomain, attributes });
  }

  /** Row-major [count, b × m, columns] → [count, m, columns, b]: the innermost axes of many matrices swapped, block by block. */
  swapIntoBlocks(value: Value, count: number, rows: number, columns: number): Value {
    return this.model.node('ReorderInput', [this.reshape(value, [count, rows, columns, 1])], { domain: blockedDomain });
  }

  /** The inverse of `swapIntoBlocks`: [count, m, columns, b] → row-major [count, b × m, columns]. */
  swapFromBlocks(value: Value, count: number, rows: number, columns: number): Value {
    const attributes = { channels: rows };
    return this.model.node('ReorderOutput', [this.reshape(value, [count, rows, columns, 1])], {
      domain: blockedDomain,
      attributes,
    });
  }

  /**
   * Convolution of a blocked value, or of a row-major one with fewer channels than a block.
   * @param weights logical [O, C / groups, kernel], in the order [O / b][C / b][kernel][b of C][b of O]; for a row-major input
   *   [O / b][C][kernel][b of O]; depthwise (groups = C = O) [C / b][kernel][b]
   */
  convolution(input: Value, weights: Value, options: BlockedConvolution): Value {
    const {
      kernel,
      strides = [1, 1],
      pads = [0, 0, 0, 0],
      dilations = [1, 1],
      groups = 1,
      bias,
      sum,
      relu = false,
    } = options;
    const inputs =
      sum !== undefined ? [input, weights, bias, sum] : bias !== undefined ? [input, weights, bias] : [input, weights];
    const attributes = { kernel_shape: kernel, strides, pads, dilations, group: groups };
    return this.model.node('Conv', inputs, {
      domain: blockedDomain,
      attributes: relu ? { ...attributes, activation: 'Relu' } : attributes,
    });
  }

  /** scale × x + shift per channel, in one pass. Scale has shape [C, 1, 1, 1], shift [C]. */
  scaleAndShift(
    x: Value,
    channels: number,
    scale: Value,
    options: Pick<BlockedConvolution, 'bias' | 'sum' | 'relu'>,
  ): Value {
    return this.convolution(x, scale, { kernel: [1, 1], groups: channels, ...options });
  }

  /** A scale that changes nothing, [channels, 1, 1, 1]. */
  unitScale(channels: number): Value {
    let value = this.ones.get(channels);
    if (value === undefined) {
      value = this.model.initializer('float32', new Float32Array(channels).fill(1), [channels, 1, 1, 1]);
      this.ones.set(channels, value);
    }
    return value;
  }

  /** Σ a × b over height and width, [N, C, H, W] → row-major [N, C]: a depthwise convolution whose kernel is the whole image. */
  dot(a: Value, b: Value, [batch, channels, height, width]: Shape): Value {
    const planes = batch * channels;
    const product = this.convolution(
      this.reshape(a, [1, planes, height, width]),
      this.reshape(b, [planes, 1, height, width]),
      { kernel: [height, width], groups: planes },
    );
    return this.reshape(product, [batch, channels]);
  }

  /** The mean over height and width, [N, C, H, W] → row-major [N, C]. */
  spatialMean(x: Value, [batch, channels]: Shape): Value {
    return this.reshape(this.model.node('GlobalAveragePool', [x], { domain: blockedDomain }), [batch, channels]);
  }

  reshape(value: Value, shape: Shape): Value {
    return this.model.node('Reshape', [value, this.model.integers(shape)]);
  }
}
