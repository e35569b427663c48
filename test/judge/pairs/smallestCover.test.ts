import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edge, smallestCover } from '../../../src/judge/pairs/smallestCover';

const vertices = 8;
const graph = fc.array(
  fc
    .tuple(fc.nat(vertices - 1), fc.nat(vertices - 1))
    .filter(([a, b]) => a !== b)
    .map(([a, b]): Edge => [a, b]),
  { maxLength: 20 },
);
const costs = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: vertices, maxLength: vertices });

/** Every set of vertices that touches every edge, by trying all of them. */
function everyCover(edges: readonly Edge[]): number[][] {
  return Array.from({ length: 2 ** vertices }, (_, bits) =>
    Array.from({ length: vertices }, (__, vertex) => vertex).filter((vertex) => bits & (1 << vertex)),
  ).filter((cover) => edges.every((ends) => ends.some((end) => cover.includes(end))));
}

describe('smallestCover', () => {
  it('is a smallest one on random graphs, and of those the one that costs most, then the last one', () => {
    fc.assert(
      fc.property(graph, costs, (edges, cost) => {
        const found = smallestCover(edges, (vertex) => cost[vertex]);
        const covers = everyCover(edges);
        const fewest = Math.min(...covers.map(({ length }) => length));
        const total = (cover: readonly number[]): number => cover.reduce((sum, vertex) => sum + cost[vertex], 0);
        const smallest = covers.filter(({ length }) => length === fewest);
        const dearest = Math.max(...smallest.map(total));
        const wanted = smallest
          .filter((cover) => total(cover) === dearest)
          .sort(
            (a, b) => b[a.findIndex((vertex, i) => vertex !== b[i])] - a[a.findIndex((vertex, i) => vertex !== b[i])],
          );
        expect(found).toEqual(wanted[0]);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of edges or of their ends', () => {
    fc.assert(
      fc.property(graph, costs, (edges, cost) => {
        const turned = edges.toReversed().map(([a, b]): Edge => [b, a]);
        const costOf = (vertex: number): number => cost[vertex];
        expect(smallestCover(turned, costOf)).toEqual(smallestCover(edges, costOf));
      }),
    );
  });

  it('keeps one of fifteen that are all at odds', () => {
    const all = Array.from({ length: 15 }, (_, vertex) => vertex);
    const edges = all.flatMap((a) => all.filter((b) => b > a).map((b): Edge => [a, b]));
    expect(smallestCover(edges, (vertex) => (vertex === 4 ? 0 : 1))).toEqual(all.filter((vertex) => vertex !== 4));
  });

  it('removes nothing without edges', () => {
    expect(smallestCover([], () => 1)).toEqual([]);
  });
});
