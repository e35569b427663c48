import type { Image } from '../../../src/augment/image';
import { aurocInterval } from '../../../src/judge/aurocInterval';
import { crossFittedProbe, type ProbeResult } from '../../../src/judge/crossFittedProbe';
import { assignFolds } from '../../../src/judge/folds';
import { probeSide } from '../../../src/judge/probeSide';
import type { Interval } from '../../../src/protocol/vocabulary';
import { createRandom } from '../../../src/random/random';
import { createFeatureBank } from './featureBank';

export interface Told {
  readonly auroc: number;
  /** At three standard errors: one claim in about 370 lies outside by chance. */
  readonly interval: Interval;
}

export interface TellApartOptions {
  /** Two pictures of the same scene, or of two scenes; of the same scenes is sharper. */
  readonly pairs: readonly (readonly [Image, Image])[];
  readonly seed: number;
}

/** Of each side. */
const examples = 10;
const ridge = 0.05;
const errors = 3;

/** How well the two sides are told apart by a linear probe on the feature bank, cross-fitted; 0.5 = not at all. */
export function tellApart({ pairs, seed }: TellApartOptions): Told {
  const bank = createFeatureBank({ examples: pairs.slice(0, examples).flat(), seed });
  const tested = pairs.slice(examples);
  const folds = assignFolds(tested.length, createRandom(seed, 'folds'));
  const features = [0, 1].map((side) => {
    const all = new Float32Array(tested.length * bank.length);
    tested.forEach((pair, i) => {
      all.set(bank.describe(pair[side], createRandom(seed, 'dither', side, i)), i * bank.length);
    });
    return all;
  });
  const common = { dimensions: bank.length, folds };
  const clean = probeSide({ features: features[0], ...common });
  const transformed = probeSide({ features: features[1], ...common, origin: clean.origin });
  const result: ProbeResult = crossFittedProbe({ clean, transformed, ridge });
  return { auroc: result.auroc, interval: aurocInterval(result, errors) };
}
