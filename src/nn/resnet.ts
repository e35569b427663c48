import { add } from '../graph/ops/arithmetic';
import { globalAveragePool } from '../graph/ops/globalAveragePool';
import { relu } from '../graph/ops/relu';
import { softplus } from '../graph/ops/softplus';
import type { FloatTensor } from '../graph/tensor';
import type { ApplyLayer, NormalizedConvolution } from './normalizedConvolution';

export interface ResnetOptions {
  /** Pixels per side of the square input. */
  readonly side: number;
  readonly channels: number;
  /** Channels of each stage; every stage but the first halves the side. */
  readonly widths: readonly number[];
  /** Residual blocks of each stage. */
  readonly blocks: readonly number[];
  /** `softplus` has no kink, which makes gradients comparable to many digits. */
  readonly activation: 'relu' | 'softplus';
}

/** Two convolutions around which the input is carried past, by a projection where its shape changes. */
interface ResidualBlock {
  readonly first: NormalizedConvolution;
  readonly second: NormalizedConvolution;
  readonly projection: NormalizedConvolution | null;
}

/** A residual network for small images (K. He et al. 2016, section 4.2) up to its pooled features. */
export interface Resnet {
  /** All layers, in the order in which they are applied. */
  readonly layers: readonly NormalizedConvolution[];
  /** Length of the features: the last stage's width. */
  readonly features: number;
  /** [N, channels, side, side] → [N, features]. */
  forward(x: FloatTensor, apply: ApplyLayer): FloatTensor;
}

export function createResnet({ side, channels, widths, blocks, activation }: ResnetOptions): Resnet {
  const stem = stemOf(side, channels, widths[0]);
  const residualBlocks = widths.flatMap((width, stage) =>
    Array.from({ length: blocks[stage] }, (_, i) => {
      const inputs = i > 0 ? width : widths[Math.max(0, stage - 1)];
      return blockOf(`stage${stage + 1}.block${i + 1}`, inputs, width, stage > 0 && i === 0 ? 2 : 1);
    }),
  );
  const activate = activation === 'relu' ? relu : softplus;
  return {
    layers: [stem, ...residualBlocks.flatMap(layersOf)],
    features: widths[widths.length - 1],
    forward: (x, apply) => {
      let y = activate(apply(x, stem));
      for (const { first, second, projection } of residualBlocks) {
        const residual = apply(activate(apply(y, first)), second);
        y = activate(add(residual, projection ? apply(y, projection) : y));
      }
      return globalAveragePool(y);
    },
  };
}

/**
 * The first layer strides more the larger the image is, so that the stages work on 24 to 48 pixels a side and an image costs
 * about the same at any size.
 */
function stemOf(side: number, inputs: number, outputs: number): NormalizedConvolution {
  let stride = 1;
  while (side > 48 * stride) stride *= 2;
  // One pixel more than the stride: neighbouring windows overlap, and every pixel is seen.
  return { name: 'stem', inputs, outputs, kernel: stride === 1 ? 3 : stride + 1, stride };
}

function blockOf(name: string, inputs: number, outputs: number, stride: number): ResidualBlock {
  const sameShape = stride === 1 && inputs === outputs;
  return {
    first: { name: `${name}.first`, inputs, outputs, kernel: 3, stride },
    second: { name: `${name}.second`, inputs: outputs, outputs, kernel: 3, stride: 1 },
    projection: sameShape ? null : { name: `${name}.projection`, inputs, outputs, kernel: 1, stride },
  };
}

function layersOf({ first, second, projection }: ResidualBlock): NormalizedConvolution[] {
  return projection ? [first, second, projection] : [first, second];
}
