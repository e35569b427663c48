import { presentationsBeforeSafe } from '../../judge/rules/enoughTraining';
import type { Auroc } from '../../protocol/evidence';
import type { Result, TransformResult } from '../../protocol/result';
import type { Interval } from '../../protocol/vocabulary';
import { aurocAxis, barRow, dotRow, type RowAxis } from '../charts/rowChart';
import { aurocScale, linearScale, niceScale } from '../charts/scale';
import { picturesOf, type ReportExtras } from '../extras';
import { html, markup, type Content, type Html } from '../html';
import { position } from '../words/evidence';
import { auroc, decimal, points, range, share } from '../words/numbers';

/** A column of the verdict table after name and verdict; one with an axis draws its lines through all rows. */
export interface TableColumn {
  readonly title: Content;
  readonly className: string;
  readonly axis?: RowAxis;
  /** How the axis' ticks are written; without it the axis has no ticks. */
  readonly format?: (tick: number) => string;
  cell(transform: TransformResult): Content;
}

/** The columns for which this result has anything to show. */
export function tableColumns(result: Result, extras: ReportExtras): TableColumn[] {
  const { transforms } = result;
  const some = (has: (transform: TransformResult) => boolean): boolean => transforms.some(has);
  return [
    ...(some(({ name }) => picturesOf(name, extras).length > 0) ? [picturesColumn(extras)] : []),
    ...aurocColumns(result),
    ...(some(({ evidence }) => evidence.labels !== null) ? [labelsColumn(transforms)] : []),
    ...(some(({ evidence }) => evidence.clean !== null) ? [falseAlarmsColumn(transforms)] : []),
    ...(some(({ evidence }) => evidence.augmented !== null) ? [gainColumn(transforms)] : []),
  ];
}

function picturesColumn(extras: ReportExtras): TableColumn {
  return {
    title: 'Clean, then draws',
    className: 'pictures-cell',
    cell: ({ name }) => {
      const [picture] = picturesOf(name, extras);
      return (
        picture && [picture.original, ...picture.draws.slice(0, 2)].map((uri) => html`<img src="${uri}" alt="" />`)
      );
    },
  };
}

/** The axis that all rows share, and the table with the transforms' own detail charts. */
export function sharedAurocAxis({ transforms, settings, presentations }: Result): RowAxis {
  const drawn = transforms.flatMap(({ evidence: { alone } }) =>
    [alone.probe, alone.statistics, alone.network, alone.head].flatMap((one) => one?.intervalJudged ?? []),
  );
  const zone = presentations < presentationsBeforeSafe ? 'early' : 'safe';
  return aurocAxis(aurocScale(drawn), settings.threshold, zone);
}

function aurocColumns(result: Result): TableColumn[] {
  const axis = sharedAurocAxis(result);
  const { threshold } = result.settings;
  const described = (name: string, probe: Auroc): string =>
    `${name}: AUROC ${auroc(probe.auroc)}, interval ${range(probe.intervalJudged, auroc)}, ${position(probe, threshold)}`;
  return [
    {
      title: 'Can it be told from clean?',
      className: 'chart-cell auroc-chart-cell',
      axis,
      format: (tick) => decimal(tick, 1),
      cell: ({ name, verdict, evidence: { alone } }) =>
        markup(
          dotRow(
            axis,
            { value: alone.probe.auroc, interval: alone.probe.intervalJudged, kind: verdict },
            described(name, alone.probe),
          ),
        ),
    },
    {
      title: 'AUROC',
      className: 'number-cell auroc-cell',
      cell: ({ evidence: { alone } }) => figure(auroc(alone.probe.auroc), range(alone.probe.intervalJudged, auroc)),
    },
  ];
}

function labelsColumn(transforms: readonly TransformResult[]): TableColumn {
  const axis = axisFromZero(transforms.flatMap(({ evidence }) => evidence.labels?.dropInterval95 ?? []));
  return chartWithFigure({
    title: 'Labels: accuracy lost, points; same answer',
    className: 'labels-cell',
    axis,
    format: (tick) => decimal(100 * tick, 0),
    draw: ({ name, evidence: { labels } }) =>
      labels && {
        svg: dotRow(
          axis,
          { value: labels.drop, interval: labels.dropInterval95, kind: 'plain' },
          `${name}: task accuracy lost ${points(labels.drop)} points, interval ${range(labels.dropInterval95, points)}; same answer on ${share(labels.agreement)} of ${labels.n} recognised pictures`,
        ),
        value: points(labels.drop),
        note: `${share(labels.agreement)} same`,
      },
  });
}

function falseAlarmsColumn(transforms: readonly TransformResult[]): TableColumn {
  const axis = axisFromZero(transforms.flatMap(({ evidence }) => evidence.clean?.interval95 ?? []));
  return chartWithFigure({
    title: 'As in the paper: false alarms, %',
    className: 'paper-cell',
    axis,
    draw: ({ name, evidence: { clean } }) =>
      clean && {
        svg: barRow(
          axis,
          { from: 0, to: clean.rate, interval: clean.interval95 },
          `${name}: false alarms on ${share(clean.rate)} of the clean pictures, interval ${range(clean.interval95, share)}`,
        ),
        value: decimal(100 * clean.rate, 1),
      },
  });
}

function gainColumn(transforms: readonly TransformResult[]): TableColumn {
  const over = (interval: Interval, trivial: number): Interval => [interval[0] - trivial, interval[1] - trivial];
  const gains = transforms.flatMap(({ evidence: { augmented } }) =>
    augmented ? over(augmented.interval95, augmented.trivialAccuracy) : [],
  );
  const axis = axisFromZero(gains);
  return chartWithFigure({
    title: 'As in the paper: accuracy gain, points',
    className: 'paper-cell',
    axis,
    draw: ({ name, evidence: { augmented } }) => {
      if (!augmented) return null;
      const gain = augmented.accuracy - augmented.trivialAccuracy;
      const interval = over(augmented.interval95, augmented.trivialAccuracy);
      return {
        svg: barRow(
          axis,
          { from: 0, to: gain, interval },
          `${name}: accuracy within subsets ${share(augmented.accuracy)}, ${points(gain)} points over the trivial ${share(augmented.trivialAccuracy)}, interval ${range(interval, points)}`,
        ),
        value: points(gain),
      };
    },
  });
}

interface ChartWithFigure extends Omit<TableColumn, 'cell' | 'axis'> {
  readonly axis: RowAxis;
  draw(transform: TransformResult): { svg: string; value: string; note?: string } | null;
}

/** A column that draws its figure and prints it beside the drawing. */
function chartWithFigure({ draw, className, ...column }: ChartWithFigure): TableColumn {
  return {
    ...column,
    className: `chart-cell figure-cell ${className}`,
    cell: (transform) => {
      const drawn = draw(transform);
      return drawn
        ? html`${markup(drawn.svg)}${figure(drawn.value, drawn.note)}`
        : html`<span class="quiet">not measured</span>`;
    },
  };
}

function figure(value: string, note?: string): Html {
  return html`<span class="figure"><b>${value}</b>${note && html` <span class="quiet">${note}</span>`}</span>`;
}

/** Ticks on round values from zero up; below zero it reaches only as far as something is drawn. */
function axisFromZero(values: readonly number[]): RowAxis {
  const { domain, ticks } = niceScale([0, ...values.filter((value) => value > 0)], 2);
  return {
    scale: linearScale([Math.min(0, ...values), domain[1]], ticks),
    lines: [{ value: 0, kind: 'zero' }],
  };
}
