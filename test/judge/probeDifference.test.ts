import { describe, expect, it } from 'vitest';
import { crossFittedProbe } from '../../src/judge/crossFittedProbe';
import { pairedDelong, pairedDelongDifference } from '../../src/judge/delong';
import { assignFolds } from '../../src/judge/folds';
import { probeDifferenceInterval } from '../../src/judge/probeDifference';
import { probeSide } from '../../src/judge/probeSide';
import { createRandom, type Random } from '../../src/random/random';

/** Scores of n pictures, whose transformed version scores `shift` higher; pictures themselves differ by ±1. */
function scores(random: Random, n: number, shift: number) {
  const base = Float64Array.from({ length: n }, () => random.normal(0, 1));
  const version = (by: number) => base.map((value) => value + by + random.normal(0, 0.5));
  return { negatives: version(0), positives: version(shift) };
}

describe('pairedDelongDifference', () => {
  it('is 0 with variance 0 between a score and itself', () => {
    const same = scores(createRandom(1, 'same'), 50, 0.5);
    expect(pairedDelongDifference(same, same)).toEqual({ difference: 0, variance: 0 });
  });

  it('gives the variance that the difference has over repeated draws, less than of independent pictures', () => {
    const n = 150;
    const found = Array.from({ length: 400 }, (_, i) => {
      const random = createRandom(2, 'draw', i);
      const first = scores(random, n, 0.8);
      // The second sees the same pictures with some noise of its own.
      const second = {
        negatives: first.negatives.map((value) => value + random.normal(0, 0.5)),
        positives: first.positives.map((value) => value - 0.4 + random.normal(0, 0.5)),
      };
      const apart = pairedDelong(first.negatives, first.positives).variance;
      return { ...pairedDelongDifference(first, second), apart };
    });
    const mean = found.reduce((sum, { difference }) => sum + difference, 0) / found.length;
    const spread = found.reduce((sum, { difference }) => sum + (difference - mean) ** 2, 0) / (found.length - 1);
    const claimed = found.reduce((sum, { variance }) => sum + variance, 0) / found.length;
    expect(claimed / spread).toBeGreaterThan(0.8);
    expect(claimed / spread).toBeLessThan(1.25);
    expect(found.every(({ variance, apart }) => variance < 2 * apart)).toBe(true);
  });

  it('refuses different numbers of pictures', () => {
    const random = createRandom(3);
    expect(() => pairedDelongDifference(scores(random, 5, 0), scores(random, 6, 0))).toThrow('same pictures');
  });
});

describe('probeDifferenceInterval', () => {
  const n = 200;
  const folds = assignFolds(n, createRandom(1, 'folds'));
  const dimensions = 4;

  /** A probe on four numbers per picture, of which the first rises by `shift` under the transform. */
  function probe(random: Random, shift: number) {
    const side = (by: number): Float32Array =>
      Float32Array.from({ length: n * dimensions }, (_, i) => random.normal(i % dimensions === 0 ? by : 0, 1));
    const clean = probeSide({ features: side(0), dimensions, folds });
    const transformed = probeSide({ features: side(shift), dimensions, folds, origin: clean.origin });
    return crossFittedProbe({ clean, transformed, ridge: 0.05 });
  }

  it('covers 0 in at least 95 of 100 where both see the same', () => {
    const covered = Array.from({ length: 200 }, (_, i) => {
      const random = createRandom(4, 'nothing', i);
      const [low, high] = probeDifferenceInterval(probe(random, 0), probe(random, 0), folds);
      return low <= 0 && high >= 0;
    });
    expect(covered.filter(Boolean).length).toBeGreaterThanOrEqual(190);
  });

  it('lies above 0 where only the first sees', () => {
    const random = createRandom(5, 'something');
    const [low, high] = probeDifferenceInterval(probe(random, 2), probe(random, 0), folds);
    expect(low).toBeGreaterThan(0.25);
    expect(high).toBeLessThan(0.6);
  });
});
