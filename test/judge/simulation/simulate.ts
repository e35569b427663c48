import { aurocInterval } from '../../../src/judge/aurocInterval';
import { crossFittedProbe, ridges } from '../../../src/judge/crossFittedProbe';
import { assignFolds } from '../../../src/judge/folds';
import { judgedZ, pointwiseZ } from '../../../src/judge/judgedZ';
import { probeSide, type ProbeSide } from '../../../src/judge/probeSide';
import { ridgeLda } from '../../../src/judge/ridgeLda';
import { createRandom, type Random } from '../../../src/random/random';

/** Pictures as a probe sees them: normal features, so that what a fitted probe is worth on unseen pictures follows from a formula. */
export interface Regime {
  /** Judged pictures. */
  readonly n: number;
  /** Features. */
  readonly d: number;
  /** Correlation of the two versions of a picture in every feature. */
  readonly pairing: number;
  /** What the transform adds to the first feature, in standard deviations, to the pictures that it touches. */
  readonly shift: number;
  /** Share of the pictures that it touches. Default 1. */
  readonly touched?: number;
}

export interface Coverage {
  /** Share of the sets in which the interval held what the fitted probes are worth. */
  readonly covered: number;
  /** Mean worth of the fitted probes: the AUROC that the regime is about. */
  readonly auroc: number;
  readonly sets: number;
}

/** How often the pointwise interval of the cross-fitted probe covers over `sets` drawn sets. */
export function pointwiseCoverage(regime: Regime, sets: number, seed: number): Coverage {
  const random = createRandom(seed, 'pointwise', regime.n, regime.d, regime.shift);
  let covered = 0;
  let sum = 0;
  for (let set = 0; set < sets; set++) {
    const clean = normals(random, regime.n * regime.d);
    const folds = assignFolds(regime.n, random);
    const side = probeSide({ features: clean, dimensions: regime.d, folds });
    const { truth, holds } = judgeOnce(side, transformed(random, clean, regime), regime, pointwiseZ);
    sum += truth;
    if (holds) covered++;
  }
  return { covered: covered / sets, auroc: sum / sets, sets };
}

export interface JointRegime extends Omit<Regime, 'shift'> {
  /** One for every transform of the pool. */
  readonly shifts: readonly number[];
  readonly looks: number;
  /** Correlation of the features of one look with those of the next: the same pictures, a network that has learned on. */
  readonly persistence: number;
}

/** How often the judged intervals of all transforms at all looks hold at once. Every transform is compared with the same clean side. */
export function jointCoverage(regime: JointRegime, sets: number, seed: number): Coverage {
  const { n, d, looks, shifts, persistence } = regime;
  const random = createRandom(seed, 'joint', n, d, persistence);
  const z = judgedZ({ transforms: shifts.length, looks });
  let covered = 0;
  let sum = 0;
  for (let set = 0; set < sets; set++) {
    const folds = assignFolds(n, random);
    let clean = normals(random, n * d);
    let changed = shifts.map(() => normals(random, n * d));
    let all = true;
    for (let look = 0; look < looks; look++) {
      if (look > 0) {
        clean = learnedOn(random, clean, persistence);
        changed = changed.map((own) => learnedOn(random, own, persistence));
      }
      const side = probeSide({ features: clean, dimensions: d, folds });
      for (const [i, shift] of shifts.entries()) {
        const one = { ...regime, shift };
        const { truth, holds } = judgeOnce(
          side,
          shifted(random, mixed(clean, changed[i], regime.pairing), one),
          one,
          z,
        );
        sum += truth / (looks * shifts.length);
        all &&= holds;
      }
    }
    if (all) covered++;
  }
  return { covered: covered / sets, auroc: sum / sets, sets };
}

function judgeOnce(clean: ProbeSide, features: Float32Array, regime: Regime, z: number) {
  const other = probeSide({ features, dimensions: regime.d, folds: clean.folds, origin: clean.origin });
  const truth = worth(clean, other, regime);
  const [low, high] = aurocInterval(crossFittedProbe({ clean, transformed: other, ridge: ridges.probe }), z);
  return { truth, holds: low <= truth && truth <= high };
}

/**
 * What the two fitted probes are worth on unseen pictures, averaged: the difference of a transformed and another clean
 * picture's score is normal with mean w·shift (or 0 where untouched) and variance 2|w|², so it is positive with Φ(w·shift/√2|w|).
 */
function worth(clean: ProbeSide, other: ProbeSide, { shift, d, touched = 1 }: Regime): number {
  const worths = clean.parts.map((part, fold) => {
    const weights = ridgeLda(part, other.parts[fold], { from: 0, to: d, ridge: ridges.probe });
    const told = normalShare((weights[0] * shift) / Math.hypot(...weights) / Math.SQRT2);
    return touched * told + (1 - touched) * 0.5;
  });
  return worths.reduce((sum, value) => sum + value, 0) / worths.length;
}

function transformed(random: Random, clean: Float32Array, regime: Regime): Float32Array {
  return shifted(random, mixed(clean, normals(random, clean.length), regime.pairing), regime);
}

function shifted(random: Random, features: Float32Array, { n, d, shift, touched = 1 }: Regime): Float32Array {
  for (let i = 0; i < n; i++) if (touched === 1 || random.next() < touched) features[i * d] += shift;
  return features;
}

function mixed(clean: Float32Array, own: Float32Array, pairing: number): Float32Array {
  const rest = Math.sqrt(1 - pairing ** 2);
  return clean.map((value, i) => pairing * value + rest * own[i]);
}

function learnedOn(random: Random, features: Float32Array, persistence: number): Float32Array {
  return mixed(features, normals(random, features.length), persistence);
}

function normals(random: Random, length: number): Float32Array {
  return Float32Array.from({ length }, () => random.normal(0, 1));
}

/** Φ(x) for |x| < 6, by the series ½ + φ(x)·(x + x³/3 + x⁵/(3·5) + …). */
function normalShare(x: number): number {
  let sum = 0;
  for (let k = 0, term = x; k < 100; k++, term *= (x * x) / (2 * k + 1)) sum += term;
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}
