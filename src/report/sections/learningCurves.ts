import type { Metrics } from '../../protocol/events';
import type { Result } from '../../protocol/result';
import { lineChart, type Series } from '../charts/lineChart';
import { linearScale, niceScale } from '../charts/scale';
import { html, markup, type Html } from '../html';
import { decimal, shortCount } from '../words/numbers';
import { thinned, type Point } from './thinned';

/** Losses and task accuracy while learning, with the looks; only what the run recorded. */
export function learningCurves({ history }: Result, metrics: readonly Metrics[]): Html[] {
  const recorded = (value: (one: Metrics) => number | null): Point[] =>
    thinned(metrics.flatMap((one) => (value(one) === null ? [] : [{ x: one.presentations, y: value(one)! }])));
  const looks = history.filter(({ presentations }) => presentations > 0);
  const heldOut = looks.flatMap(({ presentations, taskAccuracy }) =>
    taskAccuracy === null ? [] : [{ x: presentations, y: taskAccuracy, kind: 'plain' as const }],
  );
  const taskLoss = recorded((one) => one.taskLoss);
  const headsLoss = recorded((one) => one.headsLoss);
  const training = recorded((one) => one.taskAccuracy);
  const at = looks.map(({ presentations }) => presentations);
  return [
    figure('Task loss', 'Cross-entropy of the classes, on training pictures.', [line('training', taskLoss)], at, 1),
    figure('Detector loss', 'Mean binary cross-entropy of the heads.', [line('training', headsLoss)], at, 2),
    figure(
      'Task accuracy',
      'On training pictures under random subsets, and at each look on held-out clean ones.',
      [{ name: 'training', points: training, kind: 'faint' } as const, line('held out', heldOut)],
      at,
      1,
    ),
  ].filter((one): one is Html => one !== null);
}

function line(name: string, points: Series['points']): Series {
  return { name, points, kind: 'plain' };
}

function figure(
  title: string,
  words: string,
  series: readonly Series[],
  looks: readonly number[],
  digits: number,
): Html | null {
  const drawn = series.filter(({ points }) => points.length > 1);
  const all = drawn.flatMap(({ points }) => points);
  if (all.length === 0) return null;
  const last = Math.max(...all.map(({ x }) => x), ...looks);
  const ends = drawn.map(({ name, points }) => `${name} ends at ${decimal(points[points.length - 1].y, 3)}`).join(', ');
  const chart = lineChart({
    series: drawn,
    x: linearScale([0, last], [0, last / 2, last]),
    y: niceScale(
      all.map(({ y }) => y),
      3,
    ),
    formatX: shortCount,
    formatY: (value) => decimal(value, digits),
    looks,
    height: 150,
    description: `${title} over ${shortCount(last)} image presentations: ${ends}`,
  });
  return html`<figure class="curve">
    <figcaption>
      <h3>${title}</h3>
      <p class="quiet">${words}</p>
    </figcaption>
    <div class="plot">${markup(chart)}</div>
  </figure>`;
}
