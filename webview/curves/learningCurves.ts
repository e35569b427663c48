import type { Series } from '../../src/report/charts/lineChart';
import { linearScale, niceScale } from '../../src/report/charts/scale';
import { shortCount } from '../../src/report/words/numbers';
import type { MetricsPoint } from '../../src/protocol/panelState';
import type { RunView } from '../pageView';
import { fill } from '../words/fill';
import type { Words } from '../words/words';
import type { Curve } from './curve';

/** Losses and task accuracy while learning, with the looks; only what the run recorded. */
export function learningCurves({ state: { metrics, history }, words }: RunView): Curve[] {
  const { strings } = words;
  const recorded = (value: (one: MetricsPoint) => number | null): Series['points'] =>
    metrics.flatMap((one) => {
      const y = value(one);
      return y === null ? [] : [{ x: one.presentations, y }];
    });
  const looks = history.map(({ presentations }) => presentations).filter((at) => at > 0);
  const heldOut = history.flatMap(({ presentations, taskAccuracy }) =>
    taskAccuracy === null ? [] : [{ x: presentations, y: taskAccuracy, kind: 'plain' as const }],
  );
  const curves = [
    curve(
      [strings.curveHeadsLoss, strings.curveHeadsLossNote],
      [{ name: strings.seriesTraining, points: recorded((one) => one.headsLoss), kind: 'plain' }],
      { looks, digits: 2, words },
    ),
    curve(
      [strings.curveTaskLoss, strings.curveTaskLossNote],
      [{ name: strings.seriesTraining, points: recorded((one) => one.taskLoss), kind: 'plain' }],
      { looks, digits: 1, words },
    ),
    curve(
      [strings.curveTaskAccuracy, strings.curveTaskAccuracyNote],
      [
        { name: strings.seriesTraining, points: recorded((one) => one.taskAccuracy), kind: 'faint' },
        { name: strings.seriesHeldOut, points: heldOut, kind: 'plain' },
      ],
      { looks, digits: 1, words },
    ),
  ];
  return curves.filter((one) => one !== null);
}

function curve(
  [title, note]: readonly [string, string],
  series: readonly Series[],
  { looks, digits, words: { strings, numbers } }: { looks: readonly number[]; digits: number; words: Words },
): Curve | null {
  const drawn = series.filter(({ points }) => points.length > 1);
  const all = drawn.flatMap(({ points }) => points);
  if (all.length === 0) return null;
  const last = Math.max(...all.map(({ x }) => x), ...looks);
  return {
    title,
    note,
    nameX: numbers.count,
    valueY: (y) => numbers.decimal(y, 3),
    chart: {
      series: drawn,
      x: linearScale([0, last], [0, last / 2, last]),
      y: niceScale(
        all.map(({ y }) => y),
        3,
      ),
      formatX: shortCount,
      formatY: (value) => numbers.decimal(value, digits),
      looks,
      height: 150,
      description: fill(strings.curveSpoken, title, numbers.count(last)),
    },
  };
}
