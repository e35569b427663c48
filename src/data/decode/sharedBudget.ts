import { setTimeout } from 'node:timers/promises';

const pollMs = 2;

/** Lets work go on while its amounts add up to no more than a limit; a larger amount has to be alone. Shared by threads through `counter`. */
export class SharedBudget {
  /** `counter`: one number in shared memory, 0 at first. */
  constructor(
    private readonly counter: Int32Array,
    private readonly limit: number,
  ) {}

  /** Runs `work` as soon as there is room for the amount, which it gives back at the end. */
  async while<T>(amount: number, work: () => Promise<T>): Promise<T> {
    const taken = Math.min(amount, this.limit);
    while (!this.take(taken)) await setTimeout(pollMs);
    try {
      return await work();
    } finally {
      Atomics.sub(this.counter, 0, taken);
    }
  }

  private take(amount: number): boolean {
    if (Atomics.add(this.counter, 0, amount) + amount <= this.limit) return true;
    Atomics.sub(this.counter, 0, amount);
    return false;
  }
}
