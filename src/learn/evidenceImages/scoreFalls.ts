import type { Image } from '../../augment/image';
import type { CompiledNetwork } from '../compiledNetwork';
import type { Weights } from '../measuring/infer';
import { occlusions } from './occlusion';

/** A picture and how the detector scores it. */
export interface Scored {
  readonly image: Image;
  /** The score of the whole picture. */
  readonly whole: number;
  /** The score of the features in row `row`. */
  readonly score: (features: Float32Array, row: number) => number;
}

export interface ScoreFallsOptions {
  readonly network: Pick<CompiledNetwork, 'network' | 'infer'>;
  readonly weights: Weights;
  /** Pictures of one pass through the network. */
  readonly batchSize: number;
  readonly signal: AbortSignal;
}

/**
 * For each picture, by patch of `occlusions`: how far its score falls when the patch, in the data set's mean colour, lies over it.
 * Throws the signal's reason when aborted.
 */
export async function scoreFalls(
  pictures: readonly Scored[],
  { network, weights, batchSize, signal }: ScoreFallsOptions,
): Promise<number[][]> {
  const { mean } = network.network.options;
  const falls: number[][] = pictures.map(() => []);
  let waiting: { readonly picture: number; readonly pixels: Uint8Array }[] = [];
  const pass = async (): Promise<void> => {
    if (waiting.length === 0) return;
    signal.throwIfAborted();
    const length = waiting[0].pixels.length;
    const pixels = new Uint8Array(batchSize * length);
    for (const [row, version] of waiting.entries()) pixels.set(version.pixels, row * length);
    const { features } = await network.infer.run({ pixels, ...weights });
    for (const [row, { picture }] of waiting.entries()) {
      const { whole, score } = pictures[picture];
      falls[picture].push(whole - score(features, row));
    }
    waiting = [];
  };
  for (const [picture, { image }] of pictures.entries()) {
    for (const pixels of occlusions(image, mean)) {
      waiting.push({ picture, pixels });
      if (waiting.length === batchSize) await pass();
    }
  }
  await pass();
  return falls;
}
