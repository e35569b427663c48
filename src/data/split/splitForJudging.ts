import { createRandom } from '../../random/random';
import type { Prepared } from '../prepare/prepare';
import { groupBy, shareOut } from './stratified';

export interface JudgingSplit {
  /** Indices into dataset.items, ascending. */
  readonly training: Int32Array;
  /** Held out for judging, ascending: about min(2,000, a third). */
  readonly judging: Int32Array;
}

const mostHeldOut = 2000;

/**
 * Holds pictures out for judging: min(2,000, a third of the usable ones, rounded down), every class by its share, exact
 * duplicates all on one side. Fewer than that only where large groups of duplicates do not fit in. The same for the same seed.
 */
export function splitForJudging(
  prepared: Pick<Prepared, 'dataset' | 'usable' | 'contents'>,
  seed: number,
): JudgingSplit {
  const { dataset, usable, contents } = prepared;
  const labelOf = (item: number): number => dataset.items[item].label;
  const classes = groupBy(usable, labelOf);
  const heldOut = Math.min(mostHeldOut, Math.floor(usable.length / 3));
  const quotas = shareOut(
    [...classes.values()].map(({ length }) => length),
    heldOut,
  );
  const open = new Map([...classes.keys()].map((label, i) => [label, quotas[i]]));

  const copies = [...groupBy(usable, (item) => contents[item]).values()];
  const judging = new Set<number>();
  for (const group of createRandom(seed, 'judging').shuffle(copies)) {
    // A group may span classes: the same picture under several labels.
    const needed = groupBy(group, labelOf);
    if (![...needed].every(([label, members]) => members.length <= open.get(label)!)) continue;
    for (const [label, members] of needed) open.set(label, open.get(label)! - members.length);
    for (const item of group) judging.add(item);
  }
  return {
    training: usable.filter((item) => !judging.has(item)),
    judging: usable.filter((item) => judging.has(item)),
  };
}
