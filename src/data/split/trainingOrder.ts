/** The items of one epoch in their seeded random order. */
export function trainingOrder(items: Int32Array, seed: number, epoch: number): Int32Array {
  throw new Error(`Not written: ${items.length} ${seed} ${epoch}`);
}

/** Which item each presentation shows: endless epochs, each in its own order. A pure function of the position, so there is nothing to save. */
export interface PresentationOrder {
  /** The items of presentations `first` .. `first + count − 1`. */
  take(first: number, count: number): Int32Array;
}

export function createPresentationOrder(items: Int32Array, seed: number): PresentationOrder {
  throw new Error(`Not written: ${items.length} ${seed}`);
}
