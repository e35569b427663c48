import type { Interval } from '../../protocol/vocabulary';
import { mark, type MarkKind } from './mark';
import type { Scale } from './scale';
import { chart, element, percent, text } from './svg';

/** A line drawn at one value through every row of a column, such as chance or the threshold. */
export interface ReferenceLine {
  readonly value: number;
  readonly kind: 'chance' | 'threshold' | 'zero';
  /** Written at the head of the line, on the side where nothing is in its way. */
  readonly name?: { readonly text: string; readonly side: 'left' | 'right' };
}

/** What all rows of a column and its axis share, so that the eye can compare along it. */
export interface RowAxis {
  readonly scale: Scale;
  readonly lines: readonly ReferenceLine[];
  /** Tinted: having the whole interval in it is the verdict; `early` while no such verdict may be given yet. */
  readonly zone?: { readonly range: Interval; readonly kind: 'safe' | 'early' };
}

/** The axis for AUROCs: chance at 0.5, the threshold, and the zone in which a transform cannot be told. */
export function aurocAxis(scale: Scale, threshold: number, zone: 'safe' | 'early'): RowAxis {
  return {
    scale,
    lines: [
      { value: 0.5, kind: 'chance', name: { text: 'guess', side: 'left' } },
      { value: threshold, kind: 'threshold', name: { text: `threshold ${threshold.toFixed(2)}`, side: 'right' } },
    ],
    zone: { range: [scale.domain[0], threshold], kind: zone },
  };
}

/** A value with its interval as a mark on a bar, centred in the row. */
export function dotRow(
  axis: RowAxis,
  { value, interval, kind }: { value: number; interval: Interval; kind: MarkKind },
  description: string | null,
): string {
  const { scale } = axis;
  const bar = element('line', {
    class: `interval interval-${kind}`,
    x1: percent(scale.at(interval[0])),
    x2: percent(scale.at(interval[1])),
    y1: '50%',
    y2: '50%',
  });
  return chart('row-chart', description, background(axis) + bar + mark(kind, percent(scale.at(value)), '50%'));
}

/** A bar from `from` to `to`, with the interval of its end as a thin line. */
export function barRow(
  axis: RowAxis,
  { from, to, interval }: { from: number; to: number; interval: Interval },
  description: string | null,
): string {
  const { scale } = axis;
  const [start, end] = [scale.at(Math.min(from, to)), scale.at(Math.max(from, to))];
  const bar = element('rect', {
    class: 'bar',
    x: percent(start),
    y: '50%',
    width: percent(end - start),
    height: 8,
    transform: 'translate(0 -4)',
  });
  const whisker = element('line', {
    class: 'whisker',
    x1: percent(scale.at(interval[0])),
    x2: percent(scale.at(interval[1])),
    y1: '50%',
    y2: '50%',
  });
  return chart('row-chart', description, background(axis) + bar + whisker);
}

/** Only the lines and the zone: for rows without a figure, so that the lines run on. */
export function emptyRow(axis: RowAxis): string {
  return chart('row-chart', null, background(axis));
}

/** The head of the column: tick values along its lower edge, above them the names of its lines, which start here. */
export function axisRow(axis: RowAxis, format: (tick: number) => string): string {
  const { scale, lines } = axis;
  const ticks = scale.ticks.map((tick) => {
    return text(format(tick), {
      class: 'tick',
      x: percent(scale.at(tick)),
      y: '100%',
      dy: -5,
      'text-anchor': 'middle',
    });
  });
  const named = lines.flatMap(({ value, kind, name }) => {
    if (!name) return [];
    const x = percent(scale.at(value));
    const [dx, anchor] = name.side === 'right' ? [5, 'start'] : [-5, 'end'];
    return [
      element('line', { class: `reference reference-${kind}`, x1: x, x2: x, y1: 3, y2: 16 }),
      text(name.text, { class: 'tick', x, y: 13, dx, 'text-anchor': anchor }),
    ];
  });
  return chart(named.length > 0 ? 'row-axis row-axis-named' : 'row-axis', null, ticks.join('') + named.join(''));
}

function background({ scale, lines, zone }: RowAxis): string {
  const tint = zone
    ? element('rect', {
        class: `zone zone-${zone.kind}`,
        x: percent(scale.at(zone.range[0])),
        y: 0,
        width: percent(scale.at(zone.range[1]) - scale.at(zone.range[0])),
        height: '100%',
      })
    : '';
  const drawn = lines.map(({ value, kind }) =>
    element('line', {
      class: `reference reference-${kind}`,
      x1: percent(scale.at(value)),
      x2: percent(scale.at(value)),
      y1: 0,
      y2: '100%',
    }),
  );
  return tint + drawn.join('');
}
