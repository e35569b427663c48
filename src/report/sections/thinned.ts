export interface Point {
  readonly x: number;
  readonly y: number;
}

/** At most `most` points, each the mean of as many neighbours, so that a long run's curve stays readable and small. */
export function thinned(points: readonly Point[], most = 160): Point[] {
  const width = Math.ceil(points.length / most);
  if (width <= 1) return [...points];
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return Array.from({ length: Math.ceil(points.length / width) }, (_, index) => {
    const group = points.slice(index * width, (index + 1) * width);
    return { x: mean(group.map(({ x }) => x)), y: mean(group.map(({ y }) => y)) };
  });
}
