import type { Magnitude } from '../../protocol/closing';
import type { Verdict } from '../../protocol/vocabulary';
import type { ConfirmSafeOptions } from '../rules/confirmSafe';
import { verdictAt } from './judgeSteps';
import { safeUpTo } from './safeUpTo';

/** The same strengths judged again under another threshold. `verdicts`: of the transforms under it, by name. */
export function rejudgeMagnitudes(
  magnitudes: readonly Magnitude[],
  verdicts: ReadonlyMap<string, Verdict>,
  options: ConfirmSafeOptions,
): Magnitude[] {
  return magnitudes.map((magnitude) => {
    const steps = magnitude.steps.map((step) => {
      // What was screened before training stays what image statistics say; the transform's verdict is the network's.
      const isDefault = magnitude.presentations > 0 && step.value === magnitude.default;
      const ofTransform = isDefault ? verdicts.get(magnitude.transform) : undefined;
      return { ...step, verdict: ofTransform ?? verdictAt(step.fittedInterval, step.verdictBelow, options) };
    });
    return { ...magnitude, steps, safeUpTo: safeUpTo(steps) };
  });
}
