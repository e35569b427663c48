/**
 * How many of `total` each group gets so that all keep their share: exact shares rounded down, the rest to the largest
 * remainders (Hamilton's method; ties to the earlier group). `total` is at most the sum of the sizes.
 */
export function shareOut(sizes: readonly number[], total: number): number[] {
  const sum = sizes.reduce((a, b) => a + b, 0);
  if (sum === 0) return sizes.map(() => 0);
  const exact = sizes.map((size) => (size * total) / sum);
  const quotas = exact.map(Math.floor);
  const left = total - quotas.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((share, i) => ({ i, remainder: share - quotas[i] }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder.slice(0, left)) quotas[i]++;
  return quotas;
}

/** The values in groups by key, both in the order of their first appearance. */
export function groupBy<Value, Key>(values: Iterable<Value>, keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
