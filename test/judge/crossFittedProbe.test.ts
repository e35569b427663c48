import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auroc } from '../../src/judge/auroc';
import { aurocInterval } from '../../src/judge/aurocInterval';
import { crossFittedProbe, type ProbeResult } from '../../src/judge/crossFittedProbe';
import { assignFolds } from '../../src/judge/folds';
import { type ProbeSide, probeSide } from '../../src/judge/probeSide';
import { ridgeLda } from '../../src/judge/ridgeLda';
import { createRandom, type Random } from '../../src/random/random';
import reference from './reference/reference.json';

interface Sides {
  readonly clean: Float32Array;
  readonly transformed: Float32Array;
}

function bothSides({ clean, transformed }: Sides, folds: Uint8Array, dimensions: number): [ProbeSide, ProbeSide] {
  const cleanSide = probeSide({ features: clean, dimensions, folds });
  return [cleanSide, probeSide({ features: transformed, dimensions, folds, origin: cleanSide.origin })];
}

function probe(sides: Sides, folds: Uint8Array, dimensions: number, ridge = 0.05): ProbeResult {
  const [clean, transformed] = bothSides(sides, folds, dimensions);
  return crossFittedProbe({ clean, transformed, ridge });
}

/** Normal features; the two versions of a picture correlate, and the transform shifts the first feature. */
function draw(
  random: Random,
  { n, d, correlation, shift }: { n: number; d: number; correlation: number; shift: number },
): Sides {
  const clean = Float32Array.from({ length: n * d }, () => random.normal(0, 1));
  const own = Math.sqrt(1 - correlation ** 2);
  const transformed = clean.map((x, i) => correlation * x + own * random.normal(0, 1) + (i % d === 0 ? shift : 0));
  return { clean, transformed };
}

describe('crossFittedProbe', () => {
  const { probe: expected } = reference;
  const sides = { clean: Float32Array.from(expected.clean), transformed: Float32Array.from(expected.transformed) };
  const folds = Uint8Array.from(expected.folds);

  it('gives scikit-learn’s AUROCs and scores in each fold', () => {
    const result = probe(sides, folds, expected.dimensions, expected.ridge);
    const inFold = (values: Float64Array, fold: number): Float64Array => values.filter((_, i) => folds[i] === fold);
    for (const [fold, { scores, auroc: foldAuroc }] of [expected.fold0, expected.fold1].entries()) {
      const clean = inFold(result.scores.clean, fold);
      const transformed = inFold(result.scores.transformed, fold);
      expect(auroc(clean, transformed)).toBeCloseTo(foldAuroc, 12);
      expect(correlation([...clean, ...transformed], scores)).toBeGreaterThan(1 - 1e-9);
    }
    expect(result.auroc).toBeCloseTo((expected.fold0.auroc + expected.fold1.auroc) / 2, 12);
    expect(result.n).toBe(40);
  });

  it('does not care about the scale and origin of its features, nor about constant ones', () => {
    const random = createRandom(1, 'scale');
    const drawn = draw(random, { n: 60, d: 5, correlation: 0.5, shift: 1 });
    const assigned = assignFolds(60, random);
    const plain = probe(drawn, assigned, 5);
    // Powers of two: no rounding that could swap two close scores.
    const scaled = (values: Float32Array): Float32Array => values.map((x, i) => x * 2 ** ((i % 5) * 3 - 6));
    const result = probe({ clean: scaled(drawn.clean), transformed: scaled(drawn.transformed) }, assigned, 5);
    expect(result.auroc).toBeCloseTo(plain.auroc, 12);
    const padded = (values: Float32Array): Float32Array =>
      Float32Array.from({ length: 60 * 7 }, (_, i) => (i % 7 < 5 ? values[Math.floor(i / 7) * 5 + (i % 7)] : 255));
    expect(
      probe({ clean: padded(drawn.clean), transformed: padded(drawn.transformed) }, assigned, 7).auroc,
    ).toBeCloseTo(plain.auroc, 12);
  });

  it('looks only at the columns from..to', () => {
    const random = createRandom(2, 'columns');
    const { clean, transformed } = draw(random, { n: 80, d: 9, correlation: 0, shift: 3 });
    const assigned = assignFolds(80, random);
    const cleanSide = probeSide({ features: clean, dimensions: 9, folds: assigned });
    const other = probeSide({ features: transformed, dimensions: 9, folds: assigned, origin: cleanSide.origin });
    const pick = (values: Float32Array): Float32Array => values.filter((_, i) => i % 9 >= 2 && i % 9 < 7);
    const part = crossFittedProbe({ clean: cleanSide, transformed: other, ridge: 0.1, from: 2, to: 7 });
    const alone = probe({ clean: pick(clean), transformed: pick(transformed) }, assigned, 5, 0.1);
    expect(part.auroc).toBeCloseTo(alone.auroc, 12);
    expect(part.auroc).toBeLessThan(0.75);
    expect(crossFittedProbe({ clean: cleanSide, transformed: other, ridge: 0.1 }).auroc).toBeGreaterThan(0.95);
  });

  it('says 0.5 when nothing differs and 1 when everything does', () => {
    const random = createRandom(3, 'ends');
    const { clean } = draw(random, { n: 50, d: 3, correlation: 0, shift: 0 });
    const assigned = assignFolds(50, random);
    expect(probe({ clean, transformed: clean }, assigned, 3)).toMatchObject({ auroc: 0.5, standardError: 0 });
    expect(probe({ clean, transformed: clean.map((x) => x + 50) }, assigned, 3).auroc).toBe(1);
  });

  // Where nothing can be told, both folds' AUROCs are the same noise: taken for independent, intervals cover 85 % there.
  it.each([
    { n: 100, d: 3, correlation: 0, shift: 0 },
    { n: 100, d: 20, correlation: 0.5, shift: 0 },
    { n: 100, d: 8, correlation: 0, shift: 0.6 },
    { n: 100, d: 8, correlation: 0.5, shift: 2 },
  ])('has intervals that cover: %o', (setting) => {
    const random = createRandom(4, 'coverage', setting.d, setting.shift);
    const repeats = 1000;
    let covered = 0;
    for (let repeat = 0; repeat < repeats; repeat++) {
      const sides = draw(random, setting);
      const [clean, transformed] = bothSides(sides, assignFolds(setting.n, random), setting.d);
      const truth = trueAuroc(clean, transformed, setting.shift);
      const [low, high] = aurocInterval(crossFittedProbe({ clean, transformed, ridge: 0.05 }));
      if (low <= truth && truth <= high) covered++;
    }
    expect(covered / repeats).toBeGreaterThan(0.925);
    expect(covered / repeats).toBeLessThan(0.985);
  });

  it('refuses sides that do not belong together, bad numbers and too few pictures', () => {
    const folds = Uint8Array.of(0, 1, 0, 1);
    const side = probeSide({ features: new Float32Array(8), dimensions: 2, folds });
    const elsewhere = probeSide({ features: new Float32Array(8).fill(1), dimensions: 2, folds });
    const refolded = probeSide({ features: new Float32Array(8), dimensions: 2, folds: Uint8Array.of(1, 0, 0, 1) });
    const wider = probeSide({ features: new Float32Array(12), dimensions: 3, folds });
    const few = probeSide({ features: new Float32Array(4), dimensions: 2, folds: Uint8Array.of(0, 1) });
    for (const transformed of [elsewhere, refolded]) {
      expect(() => crossFittedProbe({ clean: side, transformed, ridge: 0.1 })).toThrow('share folds and origin');
    }
    expect(() => crossFittedProbe({ clean: side, transformed: wider, ridge: 0.1 })).toThrow('must match');
    expect(() => crossFittedProbe({ clean: few, transformed: few, ridge: 0.1 })).toThrow('at least 4 pictures');
    expect(() => probeSide({ features: new Float32Array(7), dimensions: 2, folds })).toThrow('need 8 numbers, got 7');
    const bad = Float32Array.of(0, 0, 0, 0, 0, NaN, 0, 0);
    expect(() => probeSide({ features: bad, dimensions: 2, folds })).toThrow('Feature 1 of picture 2 is NaN');
  });
});

describe('assignFolds', () => {
  it('halves the pictures, and the same seed gives the same halves', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer(), (n, seed) => {
        const folds = assignFolds(n, createRandom(seed, 'folds'));
        expect(folds.filter((fold) => fold === 0).length).toBe(Math.ceil(n / 2));
        expect(folds).toEqual(assignFolds(n, createRandom(seed, 'folds')));
      }),
    );
  });
});

/** The AUROC that these two probes have on unseen pictures, averaged: Φ(w·shift/√2|w|), as their features are normal. */
function trueAuroc(clean: ProbeSide, transformed: ProbeSide, shift: number): number {
  const aurocs = [0, 1].map((fold) => {
    const { dimensions } = clean;
    const weights = ridgeLda(clean.parts[fold], transformed.parts[fold], { from: 0, to: dimensions, ridge: 0.05 });
    return normal((weights[0] * shift) / Math.hypot(...weights) / Math.SQRT2);
  });
  return (aurocs[0] + aurocs[1]) / 2;
}

/** Φ(x) for |x| < 6, by the series ½ + φ(x)·(x + x³/3 + x⁵/(3·5) + …). */
function normal(x: number): number {
  let sum = 0;
  for (let k = 0, term = x; k < 100; k++, term *= (x * x) / (2 * k + 1)) sum += term;
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  const product = mean(a.map((x, i) => (x - ma) * (b[i] - mb)));
  return product / Math.sqrt(mean(a.map((x) => (x - ma) ** 2)) * mean(b.map((x) => (x - mb) ** 2)));
}
