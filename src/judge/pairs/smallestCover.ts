/** Two vertices that must not both stay. */
export type Edge = readonly [number, number];

/**
 * The fewest vertices that touch every edge, ascending: an exact minimum vertex cover. Of several the one with the largest total
 * `cost` is taken (what is least wanted goes), and of equal ones the one that spares the lowest vertices. Every edge needs one of its
 * ends, so trying both of the first uncovered edge reaches every cover: 2^k steps for a cover of k, at most 16,384 for 15 vertices.
 */
export function smallestCover(edges: readonly Edge[], cost: (vertex: number) => number): number[] {
  for (let size = 0; ; size++) {
    const covers = coversOf(edges, [], size);
    if (covers.length > 0) return covers.reduce((best, cover) => (isPreferred(cover, best, cost) ? cover : best));
  }
}

/** All covers that add at most `left` vertices to the chosen ones, each ascending; some more than once. */
function coversOf(edges: readonly Edge[], chosen: readonly number[], left: number): number[][] {
  const open = edges.find((ends) => !ends.some((end) => chosen.includes(end)));
  if (open === undefined) return [chosen.toSorted((a, b) => a - b)];
  return left === 0 ? [] : open.flatMap((end) => coversOf(edges, [...chosen, end], left - 1));
}

function isPreferred(cover: readonly number[], other: readonly number[], cost: (vertex: number) => number): boolean {
  const total = (vertices: readonly number[]): number => vertices.reduce((sum, vertex) => sum + cost(vertex), 0);
  const difference = total(cover) - total(other);
  if (difference !== 0) return difference > 0;
  const at = cover.findIndex((vertex, i) => vertex !== other[i]);
  return at >= 0 && cover[at] > other[at];
}
