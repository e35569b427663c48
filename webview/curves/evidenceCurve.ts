import type { Series } from '../../src/report/charts/lineChart';
import { aurocScale, presentationsScale } from '../../src/report/charts/scale';
import { shortCount } from '../../src/report/words/numbers';
import type { RunView } from '../pageView';
import { fill } from '../words/fill';
import type { Curve } from './curve';

/** Has the evidence settled? The probe's AUROC of every transform from look to look; null with fewer than two looks. */
export function evidenceCurve({ state: { history }, judged, words }: RunView): Curve | null {
  const { strings, numbers } = words;
  if (history.length < 2) return null;
  const looks = history.map(({ presentations }) => presentations);
  const series = judged.transforms.map(({ name, verdict }): Series => {
    const points = history.flatMap(({ presentations, transforms }) =>
      transforms.filter((one) => one.name === name).map(({ probe }) => ({ x: presentations, y: probe })),
    );
    const last = points.length - 1;
    return {
      name,
      kind: verdict,
      points: points.map((point, index) => (index === last ? { ...point, kind: verdict } : point)),
    };
  });
  const nameX = (x: number): string => (x === 0 ? strings.screening : shortCount(x));
  return {
    title: strings.curveEvidence,
    note: strings.curveEvidenceNote,
    nameX: (x) => (x === 0 ? strings.screening : numbers.count(x)),
    valueY: numbers.auroc,
    chart: {
      series,
      x: presentationsScale(looks),
      y: aurocScale(series.flatMap(({ points }) => points.map(({ y }) => y))),
      formatX: nameX,
      formatY: (value) => numbers.decimal(value, 1),
      levels: [
        { value: 0.5, kind: 'chance' },
        { value: judged.threshold, kind: 'threshold' },
      ],
      looks,
      height: 320,
      description: fill(strings.curveSpoken, strings.curveEvidence, numbers.count(looks[looks.length - 1])),
    },
  };
}
