import type { Result, TransformResult } from '../../src/protocol/result';
import { lineChart } from '../../src/report/charts/lineChart';
import { aurocAxis, axisRow, dotRow } from '../../src/report/charts/rowChart';
import { aurocScale, presentationsScale } from '../../src/report/charts/scale';
import { element, text } from '../../src/report/charts/svg';
import { chartStyles } from '../../src/report/styles/chartStyles';

const width = 720;
const rowHeight = 24;
const [nameWidth, verdictWidth] = [150, 90];
/** The report's light theme, on a ground of its own so that it reads on any page. */
const colours: Readonly<Record<string, string>> = {
  ...{ background: '#fff', text: '#1b1f24', quiet: '#57606a', rule: '#dfe3e8', bar: '#8a94a0' },
  ...{ safe: '#1a7f37', undecided: '#5b646f', shifting: '#9a5b00', harmful: '#c4232b', zone: '#e8f2eb' },
};
// Written out, since not all that shows SVG files knows CSS variables.
const styles = `svg { font: 13px sans-serif; } .name { fill: var(--text); }${chartStyles}`.replace(
  /var\(--([a-z]+)\)/g,
  (variable, name: string) => colours[name] ?? variable,
);

/** One row a transform: verdict, and AUROC with its judged interval against the threshold. */
export function verdictPicture({ transforms, settings }: Result): string {
  const rows = [...transforms].sort((a, b) => probeOf(a).auroc - probeOf(b).auroc);
  const axis = aurocAxis(aurocScale(rows.map((row) => probeOf(row).intervalJudged[0])), settings.threshold, 'safe');
  const headHeight = 34;
  const head = cell(
    0,
    headHeight,
    axisRow(axis, (tick) => tick.toFixed(1)),
  );
  const drawn = rows.map((row, i) => {
    const { auroc, intervalJudged } = probeOf(row);
    const top = headHeight + i * rowHeight;
    const dot = dotRow(axis, { value: auroc, interval: intervalJudged, kind: row.verdict }, null);
    const label = { class: 'name', y: top + rowHeight / 2 + 4 };
    return (
      text(row.name, { ...label, x: 8 }) + text(row.verdict, { ...label, x: nameWidth }) + cell(top, rowHeight, dot)
    );
  });
  return page(headHeight + rows.length * rowHeight + 8, head + drawn.join(''));
}

/** The probe's AUROC of every transform as the detector learns. */
export function evidencePicture({ history, transforms, settings }: Result): string {
  const looks = history.map(({ presentations }) => presentations);
  const series = transforms.map(({ name, verdict }, t) => ({
    name,
    kind: verdict,
    points: history.map(({ presentations, transforms: at }) => ({ x: presentations, y: at[t].probe })),
  }));
  const chart = lineChart({
    series,
    x: presentationsScale(looks),
    y: aurocScale(series.flatMap(({ points }) => points.map(({ y }) => y))),
    formatX: (value) => (value === 0 ? 'before' : `${Math.round(value / 1000)}k`),
    formatY: (value) => value.toFixed(1),
    levels: [{ value: settings.threshold, kind: 'threshold' }],
    looks,
    height: 300,
    description: 'AUROC of every transform by image presentations',
  });
  const plot = element(
    'svg',
    { x: 44, y: 14, width: width - 44 - 150, height: 300, overflow: 'visible' },
    svgOnly(chart),
  );
  return page(350, plot);
}

const probeOf = (transform: TransformResult) => transform.evidence.alone.probe;

/** The chart without the HTML around it. */
function svgOnly(chart: string): string {
  return chart.slice(chart.indexOf('<svg'), chart.lastIndexOf('</svg>') + '</svg>'.length);
}

function cell(y: number, height: number, chart: string): string {
  const x = nameWidth + verdictWidth;
  return element('svg', { x, y, width: width - x - 24, height, overflow: 'visible' }, chart);
}

function page(height: number, children: string): string {
  const ground = element('rect', { width, height, fill: '#fff' });
  const attributes = { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` };
  return `${element('svg', attributes, `<style>${styles}</style>${ground}${children}`)}\n`;
}
