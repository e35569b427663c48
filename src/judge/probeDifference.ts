import type { Interval } from '../protocol/vocabulary';
import type { ProbeResult } from './crossFittedProbe';
import { pairedDelongDifference } from './delong';
import { foldCount } from './folds';
import { pointwiseZ } from './judgedZ';

/**
 * Interval of the first probe's AUROC less the second's, both cross-fitted on the same pictures in the same `folds`, within
 * −1..1. Per fold the paired DeLong variance of a difference; the two folds are taken as fully correlated, SE = (√V₀ + √V₁)/2,
 * the largest that it can be (see `crossFittedProbe`).
 */
export function probeDifferenceInterval(
  first: Pick<ProbeResult, 'scores'>,
  second: Pick<ProbeResult, 'scores'>,
  folds: Uint8Array,
  z = pointwiseZ,
): Interval {
  let difference = 0;
  let error = 0;
  for (let fold = 0; fold < foldCount; fold++) {
    const [a, b] = [first, second].map(({ scores }) => ({
      negatives: scores.clean.filter((_, i) => folds[i] === fold),
      positives: scores.transformed.filter((_, i) => folds[i] === fold),
    }));
    const found = pairedDelongDifference(a, b);
    difference += found.difference / foldCount;
    error += Math.sqrt(found.variance) / foldCount;
  }
  return [Math.max(-1, difference - z * error), Math.min(1, difference + z * error)];
}
