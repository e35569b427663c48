import { describe, expect, test } from 'vitest';
import { input } from '../../src/graph/ops/input';
import { correctCount, sigmoidCrossEntropy, softmaxCrossEntropy } from '../../src/nn/losses';
import type { Tensor } from '../../src/graph/tensor';
import { evaluate } from '../graph/interpreter';

const logits = input('float32', [3, 2]);
const labels = input('int32', [3]);
const values = [1, 3, 0, 0, 2, -1];

/** The value of a scalar for these logits and other inputs. */
const valueOf = (result: Tensor, [tensor, data]: readonly [Tensor, number[]]): number =>
  evaluate(
    [result],
    new Map<Tensor, number[]>([
      [logits, values],
      [tensor, data],
    ]),
  )[0][0];
const lossFor = (wanted: number[]): number => valueOf(softmaxCrossEntropy(logits, labels), [labels, wanted]);

describe('softmaxCrossEntropy', () => {
  const rows = [Math.log(1 + Math.exp(-2)), Math.log(2), Math.log(1 + Math.exp(-3))];

  test('is the mean over images', () => {
    expect(lossFor([1, 0, 0])).toBeCloseTo((rows[0] + rows[1] + rows[2]) / 3, 12);
  });

  test('leaves images without a label out, also of the mean', () => {
    expect(lossFor([1, -1, 0])).toBeCloseTo((rows[0] + rows[2]) / 2, 12);
  });

  test('is 0 without any label', () => {
    expect(lossFor([-1, -1, -1])).toBeCloseTo(0, 12);
  });
});

test('sigmoidCrossEntropy is the mean over images and transforms', () => {
  const targets = input('float32', [3, 2]);
  const loss = valueOf(sigmoidCrossEntropy(logits, targets), [targets, [1, 0, 1, 0, 0, 1]]);
  const wanted = [-1, 3, 0, 0, 2, 1].reduce((sum, x) => sum + Math.log(1 + Math.exp(x)), 0) / 6;
  expect(loss).toBeCloseTo(wanted, 12);
});

test('correctCount counts labels with the highest logit, the first of equals, and no missing label', () => {
  const count = (wanted: number[]): number => valueOf(correctCount(logits, labels), [labels, wanted]);
  expect([count([1, 0, 0]), count([0, 1, 1]), count([1, -1, -1])]).toEqual([3, 0, 1]);
});
