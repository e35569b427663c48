import type { Profile } from '../protocol/vocabulary';
import type { Random } from '../random/random';

/** The side of a crop at a working side of `size` pixels: 25 of 32, 50 of 64, as in the paper. At least 1. */
export function cropSide(size: number): number {
  return Math.max(Math.round((size * 25) / 32), 1);
}

/**
 * Where a crop of `side` begins on an axis of `length`. All offsets are equally likely; in the `paper` profile the last one is
 * never drawn, as in Albumentations before 1.2.
 */
export function cropOffset(random: Random, length: number, side: number, profile: Profile): number {
  const room = length - side;
  return Math.floor((profile === 'paper' ? room : room + 1) * random.next());
}

/** Pixels that a crop cuts off each axis by default; at least `least`. */
export function defaultCut(size: number, least = 0): number {
  return Math.max(size - cropSide(size), least);
}

/** Cuts to look at, in pixels and ascending: from `least` up to half of the working side, the default among them. */
export function cropCuts(size: number, least = 0): number[] {
  const cuts = [1 / 32, 1 / 16, 1 / 8, 3 / 8, 1 / 2].map((share) => Math.round(size * share));
  const usable = cuts.filter((cut) => cut >= Math.max(least, 1) && cut < size);
  return [...new Set([...usable, defaultCut(size, least)])].sort((a, b) => a - b);
}
