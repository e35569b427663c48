import { describe, expect, test } from 'vitest';
import { input } from '../../src/graph/ops/input';
import { averageDecay } from '../../src/nn/movingAverage';
import { poolBatchStatistics } from '../../src/nn/batchStatistics';
import { cutParameters, decayMask, initialParameters, layParametersOut } from '../../src/nn/parameters';
import { createRandom } from '../../src/random/random';
import { evaluate } from '../graph/interpreter';

const layout = layParametersOut([
  { name: 'weight', shape: [64, 16, 3, 3], initial: 'he' },
  { name: 'scale', shape: [64], initial: 'ones' },
  { name: 'head', shape: [40, 64], initial: 'linear' },
  { name: 'bias', shape: [40], initial: 'zeros' },
]);

describe('a parameter layout', () => {
  test('places parameters one after another', () => {
    expect(layout.parameters.map(({ offset }) => offset)).toEqual([0, 9216, 9280, 11840]);
    expect(layout.total).toBe(11880);
  });

  test('starts from the variances of He and of PyTorch, from ones and from zeros', () => {
    const values = initialParameters(layout, createRandom(1, 'weights'));
    const variance = (from: number, to: number): number =>
      values.slice(from, to).reduce((sum, x) => sum + x * x, 0) / (to - from);
    // The variance of n normal draws has a relative deviation of √(2 / n): 1.5 % and 2.8 %.
    expect(variance(0, 9216) * (16 * 9)).toBeCloseTo(2, 1);
    expect(variance(9280, 11840) * 64 * 3).toBeCloseTo(1, 1);
    expect(values.slice(9216, 9280).every((x) => x === 1)).toBe(true);
    expect(values.slice(11840).every((x) => x === 0)).toBe(true);
  });

  test('starts from the same values for the same seed only', () => {
    const draw = (seed: number): Float32Array => initialParameters(layout, createRandom(seed, 'weights'));
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  test('decays weights with more than one axis', () => {
    const mask = decayMask(layout);
    expect([mask[0], mask[9215], mask[9216], mask[9280], mask[11839], mask[11840]]).toEqual([1, 1, 0, 1, 1, 0]);
  });

  test('cuts the flat vector into named tensors', () => {
    const flat = input('float32', [layout.total]);
    const parameters = cutParameters(layout, flat);
    expect(parameters('head').shape).toEqual([40, 64]);
    const [bias] = evaluate([parameters('bias')], new Map([[flat, Array.from({ length: layout.total }, (_, i) => i)]]));
    expect([bias[0], bias[39]]).toEqual([11840, 11879]);
    expect(() => parameters('missing')).toThrow('no parameter missing');
  });
});

test('averages forget the start: the decay rises from 1/10 to its greatest value', () => {
  expect([0, 1, 10].map((step) => averageDecay(step))).toEqual([0.1, 2 / 11, 11 / 20]);
  expect(averageDecay(1e6)).toBe(0.998);
  expect(averageDecay(1e6, 0.9)).toBe(0.9);
});

describe('pooled batch statistics', () => {
  test('are plain averages', () => {
    expect([...poolBatchStatistics([Float32Array.of(1, 2), Float32Array.of(3, 6)])]).toEqual([2, 4]);
  });

  test('need batches of one length', () => {
    expect(() => poolBatchStatistics([])).toThrow('no batch statistics');
    expect(() => poolBatchStatistics([new Float32Array(2), new Float32Array(3)])).toThrow('3 and 2 values');
  });
});
