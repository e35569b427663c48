import type { Image } from '../../augment/image';
import type { CompiledNetwork } from '../compiledNetwork';
import type { Weights } from '../measuring/infer';
import { occlusions } from './occlusion';

export interface ScoreFallsOptions {
  readonly network: CompiledNetwork;
  readonly weights: Weights;
  /** Pictures of one pass through the network. */
  readonly batchSize: number;
  /** The detector's score of the features in row `row`. */
  readonly score: (features: Float32Array, row: number) => number;
}

/** By patch of `occlusions`: how far the score falls from `whole` when it lies over the picture, in the data set's mean colour. */
export async function scoreFalls(
  image: Image,
  whole: number,
  { network, weights, batchSize, score }: ScoreFallsOptions,
): Promise<number[]> {
  const versions = [...occlusions(image, network.network.options.mean)];
  const falls: number[] = [];
  while (falls.length < versions.length) {
    const pixels = new Uint8Array(batchSize * image.data.length);
    const some = versions.slice(falls.length, falls.length + batchSize);
    some.forEach((version, i) => pixels.set(version, i * version.length));
    const { features } = await network.infer.run({ pixels, ...weights });
    falls.push(...some.map((_, row) => whole - score(features, row)));
  }
  return falls;
}
