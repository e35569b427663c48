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
 * the other. The two AUROCs are averaged; scores are never pooled across folds, as each fold's probe has its own zero and
 * scale. The standard error combines the folds' paired DeLong variances with the correlation ρ of the two AUROCs,
 * Var = (V₀ + V₁ + 2ρ√(V₀V₁))/4. See `foldCorrelation` for why they are not independent.
 */
export function crossFittedProbe(options: ProbeOptions): ProbeResult {
  const { clean, transformed, ridge, from = 0, to = clean.dimensions } = options;
  requireSameLayout(clean, transformed);
  const folds = [...clean.parts.keys()];
  const fitted = folds.map((fold) => ridgeLda(clean.parts[fold], transformed.parts[fold], { from, to, ridge }));
  // By fold of the pictures, then by fold that the probe was fitted on.
  const negatives = folds.map((fold) => fitted.map((weights) => project(clean.parts[fold], weights, from)));
  const positives = folds.map((fold) => fitted.map((weights) => project(transformed.parts[fold], weights, from)));

  const [first, second] = folds.map((fold) => pairedDelong(negatives[fold][1 - fold], positives[fold][1 - fold]));
  const covariance = foldCorrelation(negatives, positives) * Math.sqrt(first.variance * second.variance);
  const scores = { clean: new Float64Array(clean.n), transformed: new Float64Array(clean.n) };
  for (const fold of folds) {
    clean.parts[fold].pictures.forEach((picture, r) => {
      scores.clean[picture] = negatives[fold][1 - fold][r];
      scores.transformed[picture] = positives[fold][1 - fold][r];
    });
  }
  return {
    auroc: (first.auroc + second.auroc) / 2,
    standardError: Math.sqrt((first.variance + second.variance + 2 * covariance) / 4),
    n: clean.n,
    scores,
  };
}

/** The pictures' scores by a probe. */
function project({ pictures, columns }: FoldPart, weights: Float64Array, from: number): Float64Array {
  const count = pictures.length;
  const scores = new Float64Array(count);
  weights.forEach((weight, j) => {
    const column = (from + j) * count;
    for (let r = 0; r < count; r++) scores[r] += weight * columns[column + r];
  });
  return scores;
}

/**
 * How much the two folds' AUROCs rise and fall together, 0..1. With wₖ = M·Δₖ fitted on fold k, the test of w₁ on fold 0 rises
 * with Δ₀ᵀMΔ₁, and so does the test of w₀ on fold 1: where the transform cannot be told, both are the same noise and their
 * correlation is 1 (taken as independent, 95 % intervals covered 85 % there). What they share is the part of w₀ and w₁
 * that is noise, so ρ = 1 − r, with r the correlation over pictures of the two probes' score differences, transformed − clean,
 * which is the cosine of w₀ and w₁ in the metric of their noise. `negatives`, `positives`: [fold of the pictures][probe].
 */
function foldCorrelation(negatives: readonly Float64Array[][], positives: readonly Float64Array[][]): number {
  let products = 0;
  const squares = [0, 0];
  for (const fold of negatives.keys()) {
    // Centred within the fold: a probe does better on the pictures that it was fitted on.
    const [a, b] = negatives[fold].map((clean, probe) =>
      centred(positives[fold][probe].map((score, r) => score - clean[r])),
    );
    for (let r = 0; r < a.length; r++) {
      products += a[r] * b[r];
      squares[0] += a[r] * a[r];
      squares[1] += b[r] * b[r];
    }
  }
  const norm = Math.sqrt(squares[0] * squares[1]);
  return norm > 0 ? Math.min(1, Math.max(0, 1 - products / norm)) : 1;
}

function centred(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
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
