/** Where the tail of the normal distribution begins, and the area of each of 128 layers, under exp(−x²/2) (Marsaglia and Tsang, 2000). */
const tailStart = 3.442619855899;
const layerArea = 9.91256303526217e-3;

/**
 * For each of the 128 layers its outer edge and the density there, and behind them the inner edge of the last. The lowest
 * layer's edge is that of a box as large as the layer with its tail.
 */
export function zigguratLayers(): Float64Array {
  const edges = [layerArea / density(tailStart), tailStart];
  while (edges.length < 128) {
    const edge = edges[edges.length - 1];
    edges.push(Math.sqrt(-2 * Math.log(layerArea / edge + density(edge))));
  }
  edges.push(0);
  return Float64Array.from(edges.flatMap((edge) => [edge, density(edge)]));
}

function density(x: number): number {
  return Math.exp(-0.5 * x * x);
}
