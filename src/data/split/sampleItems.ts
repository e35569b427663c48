import { createRandom } from '../../random/random';
import { groupBy, shareOut } from './stratified';

/**
 * At most `limit` of the items, each group (class, or class and split) keeping its share; all of them when there are no more.
 * Ascending, and the same for the same seed.
 */
export function sampleItems(
  items: Int32Array,
  groupOf: (item: number) => number,
  limit: number,
  seed: number,
): Int32Array {
  if (items.length <= limit) return items;
  const groups = [...groupBy(items, groupOf)].sort(([a], [b]) => a - b);
  const quotas = shareOut(
    groups.map(([, members]) => members.length),
    limit,
  );
  const chosen = groups.flatMap(([group, members], i) =>
    createRandom(seed, 'sample', group).shuffle(members).slice(0, quotas[i]),
  );
  return Int32Array.from(chosen).sort();
}
