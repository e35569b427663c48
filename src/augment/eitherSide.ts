import type { Random } from '../random/random';

/** `value` or `−value`, equally likely. */
export function eitherSide(value: number, random: Random): number {
  return random.next() < 0.5 ? -value : value;
}
