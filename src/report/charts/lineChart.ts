import type { Interval } from '../../protocol/vocabulary';
import { mark, type MarkKind } from './mark';
import type { Scale } from './scale';
import { chart, element, percent, text } from './svg';

export interface Series {
  readonly name: string;
  /** Ascending in x. */
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    readonly kind?: MarkKind;
    /** Drawn as an upright bar through the point. */
    readonly interval?: Interval;
  }[];
  /** Chooses the line's colour and dashes; `faint` for what stands in the background, `dotted` for a figure of another kind. */
  readonly kind: MarkKind | 'faint' | 'dotted';
}

export interface LineChart {
  readonly series: readonly Series[];
  readonly x: Scale;
  readonly y: Scale;
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
  /** Lines across the plot. */
  readonly levels?: readonly { readonly value: number; readonly kind: 'chance' | 'threshold' }[];
  /** Where something was measured: thin lines from top to bottom. */
  readonly looks?: readonly number[];
  /** Tinted: having the mark with its interval in it is a verdict. */
  readonly zone?: { readonly x: Interval; readonly y: Interval };
  /** Height of the plot in pixels; its width is that of its box. */
  readonly height: number;
  readonly description: string;
}

/** Lines of text that stand beside each other need this many pixels. */
const labelHeight = 14;

/**
 * Lines over a shared x axis. The plot fills its box; tick labels and the names of the series stand outside of it, in the
 * margins that the style sheet gives (`.line-chart`), so text keeps its size at any width.
 */
export function lineChart({
  series,
  x,
  y,
  formatX,
  formatY,
  levels = [],
  looks = [],
  zone,
  height,
  description,
}: LineChart): string {
  const top = (value: number): number => Number((height * (1 - y.at(value) / 100)).toFixed(2));
  const grid = y.ticks.flatMap((tick) => [
    element('line', { class: 'grid', x1: 0, x2: '100%', y1: top(tick), y2: top(tick) }),
    text(formatY(tick), { class: 'tick', x: 0, y: top(tick), dx: -8, dy: 4, 'text-anchor': 'end' }),
  ]);
  const feet = x.ticks.map((tick) =>
    text(formatX(tick), { class: 'tick', x: percent(x.at(tick)), y: height, dy: 18, 'text-anchor': 'middle' }),
  );
  const measured = looks.map((look) =>
    element('line', { class: 'look', x1: percent(x.at(look)), x2: percent(x.at(look)), y1: 0, y2: height }),
  );
  const across = levels.map(({ value, kind }) =>
    element('line', { class: `reference reference-${kind}`, x1: 0, x2: '100%', y1: top(value), y2: top(value) }),
  );
  const tint = zone
    ? element('rect', {
        class: 'zone zone-safe',
        x: percent(x.at(zone.x[0])),
        y: top(zone.y[1]),
        width: percent(x.at(zone.x[1]) - x.at(zone.x[0])),
        height: Number((top(zone.y[0]) - top(zone.y[1])).toFixed(2)),
      })
    : '';
  const lines = series.map(({ points, kind }) =>
    element('polyline', {
      class: `line line-${kind}`,
      points: points.map((point) => `${Number(x.at(point.x).toFixed(3))},${top(point.y)}`).join(' '),
      'vector-effect': 'non-scaling-stroke',
    }),
  );
  // Stretched in x only: 0..100 across the box, pixels downwards; strokes keep their width.
  const plot = element(
    'svg',
    { viewBox: `0 0 100 ${height}`, preserveAspectRatio: 'none', width: '100%', height, overflow: 'visible' },
    lines.join(''),
  );
  const bars = series.flatMap(({ points }) =>
    points.flatMap(({ x: at, kind = 'plain', interval }) => {
      if (!interval) return [];
      const place = percent(x.at(at));
      const [y1, y2] = interval.map(top);
      return [element('line', { class: `interval interval-${kind}`, x1: place, x2: place, y1, y2 })];
    }),
  );
  const marks = series.flatMap(({ points }) =>
    points.filter((point) => point.kind).map((point) => mark(point.kind!, percent(x.at(point.x)), top(point.y))),
  );
  const body = [
    tint,
    ...grid,
    ...feet,
    ...measured,
    ...across,
    plot,
    ...bars,
    ...marks,
    ...endLabels(series, top, height),
  ].join('');
  return chart('line-chart', description, body);
}

/** Names at the lines' right ends, moved apart where they would overlap, and kept beside the plot. */
function endLabels(series: readonly Series[], top: (value: number) => number, height: number): string[] {
  const ends = series
    .filter(({ points }) => points.length > 0)
    .map(({ name, points }) => ({ name, at: top(points[points.length - 1].y) }))
    .sort((a, b) => a.at - b.at);
  const placed = spread(
    ends.map(({ at }) => at),
    labelHeight,
    [0, height],
  );
  return ends.map(({ name }, index) =>
    text(name, { class: 'series-name', x: '100%', y: Number(placed[index].toFixed(2)), dx: 12, dy: 4 }),
  );
}

/**
 * Moves ascending positions as little as possible (least squares) until they are `gap` apart and within the bounds, in the
 * same order. Where they cannot fit, they run over the upper bound.
 */
export function spread(positions: readonly number[], gap: number, [low, high]: Interval): number[] {
  // Isotonic regression by pooling neighbours, on the positions with the gaps taken out.
  const pools: { sum: number; count: number }[] = [];
  const mean = ({ sum, count }: { sum: number; count: number }): number => sum / count;
  positions.forEach((position, index) => {
    pools.push({ sum: position - index * gap, count: 1 });
    while (pools.length > 1 && mean(pools[pools.length - 2]) > mean(pools[pools.length - 1])) {
      const [before, last] = pools.splice(-2);
      pools.push({ sum: before.sum + last.sum, count: before.count + last.count });
    }
  });
  const upper = Math.max(low, high - (positions.length - 1) * gap);
  return pools
    .flatMap((pool) => Array.from({ length: pool.count }, () => Math.min(upper, Math.max(low, mean(pool)))))
    .map((base, index) => base + index * gap);
}
