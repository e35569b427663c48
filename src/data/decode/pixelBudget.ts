import { setTimeout } from 'node:timers/promises';
import { maxPixels } from './maxPixels';

/**
 * Bounds the pixels that are being decoded at one time over all threads, whose memory they share: as many as the largest
 * allowed picture has. Whoever wants more waits.
 */
export class PixelBudget {
  private readonly inUse: Int32Array;

  /** `shared`: 4 bytes that all threads see. */
  constructor(shared: SharedArrayBuffer) {
    this.inUse = new Int32Array(shared);
  }

  /** Runs `decode` when there is room for that many pixels (at most maxPixels). */
  async while<T>(pixels: number, decode: () => Promise<T>): Promise<T> {
    while (!this.take(pixels)) await setTimeout(2);
    try {
      return await decode();
    } finally {
      Atomics.sub(this.inUse, 0, pixels);
    }
  }

  private take(pixels: number): boolean {
    if (Atomics.add(this.inUse, 0, pixels) + pixels <= maxPixels) return true;
    Atomics.sub(this.inUse, 0, pixels);
    return false;
  }
}
