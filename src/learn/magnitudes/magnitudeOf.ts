import { judgeSteps, type JudgeStepsSettings, type MeasuredStep } from '../../judge/magnitudes/judgeSteps';
import { safeUpTo } from '../../judge/magnitudes/safeUpTo';
import type { Magnitude } from '../../protocol/closing';
import type { GradedTransform } from './gradedTransforms';
import { strengthPictureNames } from './strengthPictures';

export interface MagnitudeOptions {
  /** Measured, in the order of the strength's grid. */
  readonly steps: readonly MeasuredStep[];
  /** Judging pictures that there are to show. */
  readonly available: number;
  readonly settings: JudgeStepsSettings;
}

/** A transform along its strengths, judged. */
export function magnitudeOf(
  { transform: { name }, strength }: GradedTransform,
  { steps: measured, available, settings }: MagnitudeOptions,
): Magnitude {
  const judged = judgeSteps(name, measured, settings);
  const steps = strength.grid.map((value, step) => {
    const { probe, labels, n } = measured[step];
    return {
      value,
      params: strength.settings(value),
      probe,
      ...judged[step],
      agreement: labels?.agreement ?? null,
      agreementInterval95: labels?.interval95 ?? null,
      n,
      pictures: strengthPictureNames(name, step, available),
    };
  });
  const { setting, unit, symmetric } = strength;
  return {
    transform: name,
    setting,
    unit,
    symmetric,
    presentations: settings.presentations,
    steps,
    default: strength.default,
    safeUpTo: safeUpTo(steps),
  };
}
