import { createRandom } from '../../random/random';

/** The items of one epoch in their seeded random order. */
export function trainingOrder(items: Int32Array, seed: number, epoch: number): Int32Array {
  return Int32Array.from(createRandom(seed, 'order', epoch).shuffle([...items]));
}

/** Which item each presentation shows: endless epochs, each in its own order. A pure function of the position, so there is nothing to save. */
export interface PresentationOrder {
  /** The items of presentations `first` .. `first + count − 1`. */
  take(first: number, count: number): Int32Array;
}

/** Throws a RangeError when there are no items. */
export function createPresentationOrder(items: Int32Array, seed: number): PresentationOrder {
  if (items.length === 0) throw new RangeError('There are no training images to put into an order.');
  let latest = { epoch: -1, order: items };
  const orderOf = (epoch: number): Int32Array => {
    if (latest.epoch !== epoch) latest = { epoch, order: trainingOrder(items, seed, epoch) };
    return latest.order;
  };
  return {
    take: (first, count) =>
      Int32Array.from({ length: count }, (_, i) => {
        const position = first + i;
        return orderOf(Math.floor(position / items.length))[position % items.length];
      }),
  };
}
