import type { Magnitude, MagnitudeStep } from '../../protocol/closing';
import type { Verdict } from '../../protocol/vocabulary';

/** A transform that is not safe as it was judged but is in a smaller range. */
export interface Milder {
  readonly magnitude: Magnitude;
  /** The strongest step of that range. */
  readonly step: MagnitudeStep;
  /** Of the transform as it was judged. */
  readonly verdict: Verdict;
}

/**
 * What is safe in a smaller range only, in the pool's order. A transform that is safe keeps the strength that it was judged with, also
 * where more would be safe.
 */
export function milderTransforms({
  transforms,
  magnitudes,
}: {
  readonly transforms: readonly { readonly name: string; readonly verdict: Verdict }[];
  readonly magnitudes: readonly Magnitude[] | null;
}): Milder[] {
  return transforms.flatMap(({ name, verdict }) => {
    const magnitude = magnitudes?.find(({ transform }) => transform === name);
    const step = magnitude?.steps.find(({ value }) => value === magnitude.safeUpTo);
    return magnitude && step && verdict !== 'safe' ? [{ magnitude, step, verdict }] : [];
  });
}
