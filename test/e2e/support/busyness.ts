import { availableParallelism, loadavg } from 'node:os';

/** By how much everything takes longer, since the machine has more to do than processors; 1 on a quiet one. */
export function busyness(): number {
  return Math.max(1, loadavg()[0] / availableParallelism());
}
