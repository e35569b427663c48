import type { Image } from '../../augment/image';
import type { Transform } from '../../augment/transform';
import type { FileTest } from '../../protocol/result';
import type { Random } from '../../random/random';
import { dither, guardCrop } from './hideTraces';
import { histogramGaps } from './histogramGaps';
import { axisParity, parity, shortestSide, type Axis } from './parity';

/** Numbers of a picture, one per channel, that a trace in the file would move, and what hides the trace. */
export interface TraceStatistic {
  readonly name: string;
  /** Pictures with a shorter side are left out. */
  readonly shortestSide: number;
  channels(image: Image): readonly FileTest['channel'][];
  measure(image: Image): readonly number[];
  /** Done to both sides, clean and transformed. */
  hide(image: Image, random: Random): Image;
}

/** The direction in which an orientation shows. Transpose and quarter turns swap columns and rows: one of them is enough. */
const parityAxes: Readonly<Record<string, Axis>> = {
  HorizontalFlip: 'columns',
  VerticalFlip: 'rows',
  Transpose: 'columns',
  RandomRotate90: 'columns',
};

/** They swap columns and rows, so that the axis of a trace gives them away even where the guard has mixed up its sign. */
const axisSwaps: ReadonlySet<string> = new Set(['Transpose', 'RandomRotate90']);

/** Computed by a lookup table over the 256 levels, which can leave a comb in the histogram. */
const lookupTables: ReadonlySet<string> = new Set(['RandomContrast', 'RandomBrightness', 'RandomGamma']);

/** What could give this transform away; empty when no trace of it is known. `guard`: pixels the guard crop takes off. */
export function traceStatistics({ name }: Transform, guard: number): readonly TraceStatistic[] {
  const axis = parityAxes[name];
  if (axis === undefined) return lookupTables.has(name) ? [lookupTrace] : [];
  return axisSwaps.has(name) ? [orientationTrace(axis, guard), axisTrace(guard)] : [orientationTrace(axis, guard)];
}

function orientationTrace(axis: Axis, guard: number): TraceStatistic {
  return {
    name: axis === 'columns' ? 'column parity' : 'row parity',
    shortestSide: shortestSide + guard,
    channels: (image) => (image.channels === 1 ? ['gray'] : ['Y', 'Cb', 'Cr']),
    measure: (image) => parity(image, axis),
    hide: (image, random) => guardCrop(image, guard, random),
  };
}

/** Of chroma alone: in luma, which no encoder halves, mostly the directions of the picture itself would show. */
function axisTrace(guard: number): TraceStatistic {
  return {
    name: 'axis of parity',
    shortestSide: shortestSide + guard,
    channels: (image) => (image.channels === 1 ? [] : ['Cb', 'Cr']),
    measure: (image) => axisParity(image).slice(1),
    hide: (image, random) => guardCrop(image, guard, random),
  };
}

const lookupTrace: TraceStatistic = {
  name: 'histogram gaps',
  shortestSide: 1,
  channels: (image) => (image.channels === 1 ? ['gray'] : ['RGB']),
  measure: (image) => [histogramGaps(image)],
  hide: dither,
};
