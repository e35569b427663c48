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
  /** Near-duplicates: their groups, the pictures in these, and those left out as their group is judged by another one. */
  readonly alike: { readonly groups: number; readonly pictures: number; readonly leftOut: number };
}

const mostHeldOut = 2000;

/**
 * Holds pictures out for judging: min(2,000, a third of the scenes, rounded down), every class by its share. Of exact copies only
 * the first counts, and near-duplicates are one scene: all on one side, and judged by the first of them, as a copy on the other
 * side would have been learned, and one on the same side would pass for independent evidence. The same for the same seed.
 * Throws a DataError when there are fewer than 60 distinct pictures or scenes.
 */
export function splitForJudging(
  prepared: Pick<Prepared, 'dataset' | 'usable' | 'contents' | 'scenes'>,
  seed: number,
): JudgingSplit {
  const { dataset, usable, contents } = prepared;
  const distinct = Int32Array.from(groupBy(usable, (item) => contents[item]).values(), ([first]) => first).sort();
  const scenes = [...groupBy(distinct, (item) => prepared.scenes[item]).values()];
  requireEnough(prepared, distinct.length, scenes.length);
  const firsts = Int32Array.from(scenes, ([first]) => first);
  const labelOf = (item: number): number => dataset.items[item].label;
  const classes = groupBy(firsts, labelOf);
  const sizes = [...classes.values()].map(({ length }) => length);
  const quotas = shareOut(sizes, Math.min(mostHeldOut, Math.floor(firsts.length / 3)));
  const open = new Map([...classes.keys()].map((label, i) => [label, quotas[i]]));
  const judging = new Set<number>();
  for (const item of createRandom(seed, 'judging').shuffle([...firsts])) {
    const left = open.get(labelOf(item)) ?? 0;
    if (left === 0) continue;
    open.set(labelOf(item), left - 1);
    judging.add(item);
  }
  const alike = scenes.filter(({ length }) => length > 1);
  const pictures = alike.reduce((sum, { length }) => sum + length, 0);
  const leftOut = new Set(alike.filter(([first]) => judging.has(first)).flatMap(([, ...others]) => others));
  return {
    training: distinct.filter((item) => !judging.has(item) && !leftOut.has(item)),
    judging: distinct.filter((item) => judging.has(item)),
    copies: usable.length - distinct.length,
    alike: { groups: alike.length, pictures, leftOut: leftOut.size },
  };
}

function requireEnough(
  { usable, dataset }: Pick<Prepared, 'usable' | 'dataset'>,
  distinct: number,
  scenes: number,
): void {
  if (scenes >= fewestImages) return;
  const others = distinct < fewestImages ? 'exact copies' : 'near-duplicates';
  throw new DataError(
    `${usable.length} usable images in ${dataset.root}, but only ${Math.min(distinct, scenes)} of them are distinct: the others are ${others}. ` +
      `At least ${fewestImages} distinct images are needed, some hundreds for an answer.`,
  );
}
