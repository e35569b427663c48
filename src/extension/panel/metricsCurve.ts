import type { Metrics } from '../../protocol/events';
import type { MetricsPoint } from '../../protocol/panelState';

/** Points kept at most; a chart is not wider than that. */
const mostPoints = 512;

/**
 * The curve with one more metrics event. What was recorded at the same presentations or later is superseded: a resumed run
 * learns that stretch again. Beyond 512 points neighbours are averaged in pairs, so every point but the last stands for
 * equally many events and a run of any length stays drawable.
 */
export function withMetrics(curve: readonly MetricsPoint[], { type: _, ...metrics }: Metrics): MetricsPoint[] {
  const isNext = curve.length > 0 && curve[curve.length - 1].presentations < metrics.presentations;
  const kept = isNext ? curve : curve.filter(({ presentations }) => presentations < metrics.presentations);
  const stride = kept[0]?.count ?? 1;
  const point = { ...metrics, count: 1 };
  const last = kept.at(-1);
  const grown = last && last.count < stride ? [...kept.slice(0, -1), merge(last, point)] : [...kept, point];
  return grown.length > mostPoints ? inPairs(grown) : grown;
}

function inPairs(points: readonly MetricsPoint[]): MetricsPoint[] {
  return Array.from({ length: Math.ceil(points.length / 2) }, (_, pair) => {
    const [first, second] = points.slice(2 * pair, 2 * pair + 2);
    return second ? merge(first, second) : first;
  });
}

function merge(a: MetricsPoint, b: MetricsPoint): MetricsPoint {
  const count = a.count + b.count;
  const mean = (x: number, y: number): number => (x * a.count + y * b.count) / count;
  const meanOrNull = (x: number | null, y: number | null): number | null =>
    x === null || y === null ? null : mean(x, y);
  return {
    presentations: b.presentations,
    learningRate: b.learningRate,
    taskLoss: meanOrNull(a.taskLoss, b.taskLoss),
    headsLoss: mean(a.headsLoss, b.headsLoss),
    taskAccuracy: meanOrNull(a.taskAccuracy, b.taskAccuracy),
    count,
  };
}
