import { SharedBudget } from './sharedBudget';

/** Bytes of image files in memory at one time, over all threads. */
const fileBytes = 32 * 2 ** 20;
/** Pixels being decoded at one time, over all threads: two pictures of a common camera, 150 MB of RGB. */
const pixels = 50_000_000;

/** What bounds the memory that decoding takes, however many threads decode. A picture beyond the bounds is decoded alone. */
export interface DecodeBudget {
  /** In bytes. Taken before the pixels, never after, so that nobody waits in a circle. */
  readonly files: SharedBudget;
  readonly pixels: SharedBudget;
}

/** The memory behind a budget, for all threads to share. */
export function createBudgetMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(8);
}

export function openBudget(memory: SharedArrayBuffer): DecodeBudget {
  const counters = new Int32Array(memory);
  return {
    files: new SharedBudget(counters.subarray(0, 1), fileBytes),
    pixels: new SharedBudget(counters.subarray(1, 2), pixels),
  };
}
