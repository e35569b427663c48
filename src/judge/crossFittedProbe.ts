import { pairedDelong } from './delong';
import { foldCount } from './folds';
import type { FoldPart, ProbeSide } from './probeSide';
import { ridgeLda } from './ridgeLda';
import type { MeasuredAuroc } from './aurocInterval';

export interface ProbeOptions {
  /** The pictures as they are. */
  readonly clean: ProbeSide;
  /** The same pictures in the same order, each with only the transform applied. */
  readonly transformed: ProbeSide;
  /** Ridge added to the correlation matrix; see `ridges`. */
  readonly ridge: number;
  /** First column that the probe may look at. Default 0. */
  readonly from?: number;
  /** Behind its last column. Default all. */
  readonly to?: number;
}

/** For the network's pooled features, the coarse statistics, and both side by side: what worked on CIFAR-10, EuroSAT and MNIST. */
export const ridges = { network: 0.1, statistics: 0.01, probe: 0.05 } as const;

export interface ProbeResult extends MeasuredAuroc {
  /** Each picture's score by the probe that did not see it; comparable within a fold only. */
  readonly scores: { readonly clean: Float64Array; readonly transformed: Float64Array };
}

/**
 * How well a linear probe tells clean from transformed pictures: ridge LDA, fitted on each half of the pictures and tested on
 * the other. The two AUROCs are averaged and their paired DeLong variances combined as of independent halves, Var = ΣVarₖ/4.
 * Scores are never pooled across folds: each fold's probe has its own zero and scale.
 */
export function crossFittedProbe(options: ProbeOptions): ProbeResult {
  const { clean, transformed, ridge, from = 0, to = clean.dimensions } = options;
  requireSameLayout(clean, transformed);
  const scores = { clean: new Float64Array(clean.n), transformed: new Float64Array(clean.n) };
  let auroc = 0;
  let variance = 0;
  for (let fold = 0; fold < foldCount; fold++) {
    const seen = foldCount - 1 - fold;
    const weights = ridgeLda(clean.parts[seen], transformed.parts[seen], { from, to, ridge });
    const negatives = project(clean.parts[fold], weights, from, scores.clean);
    const positives = project(transformed.parts[fold], weights, from, scores.transformed);
    const tested = pairedDelong(negatives, positives);
    auroc += tested.auroc / foldCount;
    variance += tested.variance / foldCount ** 2;
  }
  return { auroc, standardError: Math.sqrt(variance), n: clean.n, scores };
}

/** The fold's scores, also put into their pictures' places in `all`. */
function project(part: FoldPart, weights: Float64Array, from: number, all: Float64Array): Float64Array {
  const count = part.pictures.length;
  const scores = new Float64Array(count);
  weights.forEach((weight, j) => {
    const column = (from + j) * count;
    for (let r = 0; r < count; r++) scores[r] += weight * part.columns[column + r];
  });
  for (let r = 0; r < count; r++) all[part.pictures[r]] = scores[r];
  return scores;
}

function requireSameLayout(clean: ProbeSide, transformed: ProbeSide): void {
  if (clean.n !== transformed.n || clean.dimensions !== transformed.dimensions) {
    throw new RangeError(
      `The sides of a probe must match: ${clean.n} × ${clean.dimensions} clean, ${transformed.n} × ${transformed.dimensions} transformed.`,
    );
  }
  if (clean.n < 2 * foldCount) throw new RangeError(`A cross-fitted probe needs at least 4 pictures, got ${clean.n}.`);
  const sameOrigin = clean.origin.every((value, j) => value === transformed.origin[j]);
  const sameFolds = clean.folds.every((fold, i) => fold === transformed.folds[i]);
  if (!sameOrigin || !sameFolds) {
    throw new RangeError('The sides of a probe must share folds and origin: pass the clean side’s to probeSide.');
  }
}
