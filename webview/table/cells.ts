import { barRow, dotRow, emptyRow } from '../../src/report/charts/rowChart';
import type { Interval } from '../../src/protocol/vocabulary';
import { setDrawing } from '../dom/drawing';
import { element, setText } from '../dom/element';
import type { JudgedTransform } from '../model/judgedRun';
import type { RunView } from '../pageView';
import type { ColumnAxes } from './columnAxes';

/** One cell of a row. */
export interface Cell {
  readonly element: HTMLTableCellElement;
  update(transform: JudgedTransform, view: RunView, axes: ColumnAxes): void;
}

/** The dot and its interval against the threshold: what decides. Its figures stand in the next cell. */
export function aurocCell(): Cell {
  const cell = element('td', { class: 'chart-cell auroc-chart-cell', role: 'cell' });
  return {
    element: cell,
    update: ({ evidence, verdict }, _, { auroc }) => {
      const probe = evidence?.alone.probe;
      const drawing = probe
        ? dotRow(auroc, { value: probe.auroc, interval: probe.intervalJudged, kind: verdict }, null)
        : emptyRow(auroc);
      setDrawing(cell, drawing);
    },
  };
}

export function aurocFigureCell(): Cell {
  return figureCell('auroc-cell', ({ evidence }, { words: { numbers } }) => {
    const probe = evidence?.alone.probe;
    return probe
      ? { value: numbers.auroc(probe.auroc), note: numbers.range(probe.intervalJudged, numbers.auroc) }
      : null;
  });
}

export function labelsCell(): Cell {
  return figureCell('labels-cell', ({ evidence }, { words: { strings, numbers } }, { labels: axis }) => {
    const labels = evidence?.labels;
    if (!labels) return null;
    const { drop, dropInterval95: interval } = labels;
    return {
      drawing: dotRow(axis, { value: drop, interval, kind: 'plain' }, null),
      value: numbers.points(drop),
      note: numbers.range(interval, numbers.points),
      caption: strings.columnLabels,
    };
  });
}

export function falseAlarmsCell(): Cell {
  return figureCell('paper-cell false-alarms-cell', ({ evidence }, { words: { numbers } }, { falseAlarms: axis }) => {
    const clean = evidence?.clean;
    if (!clean) return null;
    return {
      drawing: barRow(axis, { from: 0, to: clean.rate, interval: clean.interval95 }, null),
      value: numbers.points(clean.rate),
    };
  });
}

export function accuracyCell(): Cell {
  return figureCell('paper-cell accuracy-cell', ({ evidence }, { words: { numbers } }, { gain: axis }) => {
    const augmented = evidence?.augmented;
    if (!augmented) return null;
    const { accuracy, trivialAccuracy: trivial, interval95 } = augmented;
    const interval: Interval = [interval95[0] - trivial, interval95[1] - trivial];
    return {
      drawing: barRow(axis, { from: 0, to: accuracy - trivial, interval }, null),
      value: numbers.points(accuracy),
    };
  });
}

interface Figure {
  readonly drawing?: string;
  readonly value: string;
  readonly note?: string;
  /** Stands before the figure where the columns' heads are not shown. */
  readonly caption?: string;
}

/** A cell that prints its figure, beside a drawing of it where there is one; a dash for what is not measured. */
function figureCell(
  className: string,
  figureOf: (transform: JudgedTransform, view: RunView, axes: ColumnAxes) => Figure | null,
): Cell {
  const drawing = element('span', { class: 'mini-chart', 'aria-hidden': 'true' });
  const caption = element('span', { class: 'caption quiet', 'aria-hidden': 'true' });
  const value = element('span', { class: 'value' });
  const note = element('span', { class: 'note quiet' });
  const figure = element('span', { class: 'figure' }, caption, value, note);
  const cell = element('td', { class: `figure-cell ${className}`, role: 'cell' }, drawing, figure);
  return {
    element: cell,
    update: (transform, view, axes) => {
      const made = figureOf(transform, view, axes);
      cell.classList.toggle('not-measured', made === null);
      setDrawing(drawing, made?.drawing ?? '');
      setText(caption, made?.caption ?? '');
      setText(value, made?.value ?? '–');
      setText(note, made?.note ?? '');
      if (made === null) value.setAttribute('aria-label', view.words.strings.notMeasured);
      else value.removeAttribute('aria-label');
    },
  };
}
