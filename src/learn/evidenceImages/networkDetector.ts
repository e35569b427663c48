import { ridges } from '../../judge/crossFittedProbe';
import { probeSide } from '../../judge/probeSide';
import { ridgeLda } from '../../judge/ridgeLda';
import type { NetworkOutputs } from '../measuring/networkOutputs';

/** Tells the transformed version of a picture from the clean one by the network's pooled features alone, which can be asked again. */
export interface NetworkDetector {
  /** N: log-odds of being transformed, of the transformed version less the clean one. */
  readonly margins: Float64Array;
  /** Log-odds of features [.., F] in row `row`, up to a constant, by the probe that did not see the picture. */
  score(picture: number, features: Float32Array, row: number): number;
}

/**
 * The `network` probe of the evidence, fitted on each half of the pictures and used on the other. With equal covariances an LDA
 * score is the log-odds up to a constant, which the difference of the two versions is free of.
 */
export function networkDetector(
  clean: NetworkOutputs,
  transformed: NetworkOutputs,
  folds: Uint8Array,
): NetworkDetector {
  const { featureCount: dimensions } = clean;
  const first = probeSide({ features: clean.features, dimensions, folds });
  const second = probeSide({ features: transformed.features, dimensions, folds, origin: first.origin });
  const fitted = first.parts.map((part, fold) =>
    ridgeLda(part, second.parts[fold], { from: 0, to: dimensions, ridge: ridges.network }),
  );
  const score = (picture: number, features: Float32Array, row: number): number =>
    fitted[1 - folds[picture]].reduce((sum, weight, j) => sum + weight * features[row * dimensions + j], 0);
  return {
    margins: Float64Array.from(
      folds.keys(),
      (picture) => score(picture, transformed.features, picture) - score(picture, clean.features, picture),
    ),
    score,
  };
}
