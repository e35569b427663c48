import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPresentationOrder, trainingOrder } from '../../../src/data/split/trainingOrder';

const items = Int32Array.from({ length: 23 }, (_, i) => 100 + 3 * i);

describe('trainingOrder', () => {
  test('every epoch is another shuffle of all items', () => {
    const epochs = [0, 1, 2].map((epoch) => trainingOrder(items, 5, epoch));
    for (const order of epochs) expect([...order].sort((a, b) => a - b)).toEqual([...items]);
    expect(new Set(epochs.map(String)).size).toBe(3);
    expect(trainingOrder(items, 6, 0)).not.toEqual(epochs[0]);
  });
});

describe('createPresentationOrder', () => {
  test('is a pure function of the position: pieces taken in any order join to the whole', () => {
    const whole = createPresentationOrder(items, 5).take(0, 200);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(150), fc.nat(50))), (pieces) => {
        const order = createPresentationOrder(items, 5);
        for (const [first, count] of pieces)
          expect(order.take(first, count)).toEqual(whole.subarray(first, first + count));
      }),
    );
  });

  test('shows every item once per epoch', () => {
    const order = createPresentationOrder(items, 5);
    expect([...order.take(46, 23)].sort((a, b) => a - b)).toEqual([...items]);
    expect(order.take(46, 23)).toEqual(trainingOrder(items, 5, 2));
  });

  test('needs items', () => {
    expect(() => createPresentationOrder(new Int32Array(0), 1)).toThrow(RangeError);
  });
});
