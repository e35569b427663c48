import type { RowAxis } from '../../src/report/charts/rowChart';
import { aurocScale, linearScale, niceScale } from '../../src/report/charts/scale';
import type { Evidence } from '../../src/protocol/evidence';
import type { JudgedRun } from '../model/judgedRun';

/** The axes that all rows of a column share, so that the eye can compare along them. */
export interface ColumnAxes {
  readonly auroc: RowAxis;
  readonly labels: RowAxis;
  readonly falseAlarms: RowAxis;
  /** Accuracy over what never saying "applied" scores, which is at 0. */
  readonly gain: RowAxis;
}

export function columnAxes({ transforms, threshold, tooEarly }: JudgedRun): ColumnAxes {
  const measured = transforms.map(({ evidence }) => evidence).filter((one): one is Evidence => one !== null);
  const all = (values: (evidence: Evidence) => readonly number[]): number[] => measured.flatMap(values);
  const scale = aurocScale(
    all(({ alone }) =>
      [alone.probe, alone.statistics, alone.network, alone.head].flatMap((one) => one?.intervalJudged ?? []),
    ),
  );
  return {
    auroc: {
      scale,
      lines: [
        { value: 0.5, kind: 'chance' },
        { value: threshold, kind: 'threshold' },
      ],
      zone: { range: [scale.domain[0], threshold], kind: tooEarly ? 'early' : 'safe' },
    },
    labels: fromZero(all(({ labels }) => labels?.dropInterval95 ?? [])),
    falseAlarms: fromZero(all(({ clean }) => clean?.interval95 ?? [])),
    gain: fromZero(all(({ augmented }) => augmented?.interval95.map((end) => end - augmented.trivialAccuracy) ?? [])),
  };
}

/** Ticks on round values from zero up; below zero it reaches only as far as something is drawn. */
function fromZero(values: readonly number[]): RowAxis {
  const { domain, ticks } = niceScale([0, ...values.filter((value) => value > 0)], 2);
  return {
    scale: linearScale([Math.min(0, ...values), domain[1]], ticks),
    lines: [{ value: 0, kind: 'zero' }],
  };
}
