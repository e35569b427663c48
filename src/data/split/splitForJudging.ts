import { createRandom } from '../../random/random';
import { DataError } from '../dataError';
import { fewestImages } from '../prepare/checkUsable';
import type { Prepared } from '../prepare/prepare';
import { groupBy, shareOut } from './stratified';

export interface JudgingSplit {
  /** Indices into dataset.items, ascending. */
  readonly training: Int32Array;
  /** Held out for judging, ascending: min(2,000, a third). */
  readonly judging: Int32Array;
  /** Pictures left out because they equal another one byte for byte. */
  readonly copies: number;
}

const mostHeldOut = 2000;

/**
 * Holds pictures out for judging: min(2,000, a third, rounded down), every class by its share. Of exact copies only the first
 * counts: a copy on the other side would have been learned, and one on the same side would pass for independent evidence.
 * The same for the same seed. Throws a DataError when fewer than 60 pictures are distinct.
 */
export function splitForJudging(
  prepared: Pick<Prepared, 'dataset' | 'usable' | 'contents'>,
  seed: number,
): JudgingSplit {
  const { dataset, usable, contents } = prepared;
  const distinct = Int32Array.from(groupBy(usable, (item) => contents[item]).values(), ([first]) => first).sort();
  if (distinct.length < fewestImages) {
    throw new DataError(
      `${usable.length} usable images in ${dataset.root}, but only ${distinct.length} of them are distinct: the others are exact copies. ` +
        `At least ${fewestImages} distinct images are needed, some hundreds for an answer.`,
    );
  }
  const labelOf = (item: number): number => dataset.items[item].label;
  const classes = groupBy(distinct, labelOf);
  const sizes = [...classes.values()].map(({ length }) => length);
  const quotas = shareOut(sizes, Math.min(mostHeldOut, Math.floor(distinct.length / 3)));
  const open = new Map([...classes.keys()].map((label, i) => [label, quotas[i]]));
  const judging = new Set<number>();
  for (const item of createRandom(seed, 'judging').shuffle([...distinct])) {
    const left = open.get(labelOf(item)) ?? 0;
    if (left === 0) continue;
    open.set(labelOf(item), left - 1);
    judging.add(item);
  }
  return {
    training: distinct.filter((item) => !judging.has(item)),
    judging: distinct.filter((item) => judging.has(item)),
    copies: usable.length - distinct.length,
  };
}
