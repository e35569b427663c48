import { createPool } from '../../src/augment/pool';
import type { Strength } from '../../src/augment/transform';
import type { Magnitude } from '../../src/protocol/closing';
import type { Result } from '../../src/protocol/result';
import type { Profile } from '../../src/protocol/vocabulary';
import { auroc } from '../fixtures/evidence';

/** For every transform with anything milder than its default (Blur has nothing) a value of its grid. */
export const milderThan: Readonly<Record<Profile, Readonly<Record<string, number>>>> = {
  modern: {
    ShiftScaleRotate: 10,
    RandomCrop: 2,
    CenterCrop: 4,
    RandomSizedCrop: 4,
    RandomContrast: 0.1,
    RandomBrightness: 0.05,
    RandomGamma: 5,
    CLAHE: 2,
    GaussNoise: 0.008,
  },
  paper: {
    ShiftScaleRotate: 3,
    RandomCrop: 1,
    RandomContrast: 0.02,
    RandomBrightness: 0.05,
    RandomGamma: 5,
    CLAHE: 1,
    GaussNoise: 5,
  },
};

/** The result with curves over strengths, safe up to these values by the transforms' names (null: at none). */
export function withMagnitudes(result: Result, safeUpTo: Readonly<Record<string, number | null>>): Result {
  const { profile, size } = result.settings;
  const pool = createPool({ profile, size });
  const magnitudes = Object.entries(safeUpTo).map(([name, value]) =>
    magnitude(name, pool.find((transform) => transform.name === name)!.strength!, value),
  );
  return { ...result, closing: { ...result.closing, magnitudes } };
}

function magnitude(transform: string, strength: Strength, safeUpTo: number | null): Magnitude {
  const { setting, unit, symmetric, default: judged, grid } = strength;
  const steps = grid.map((value): Magnitude['steps'][number] => {
    const isSafe = safeUpTo !== null && value <= safeUpTo;
    const probe = auroc(isSafe ? 0.52 : 0.8);
    return {
      value,
      params: strength.settings(value),
      probe,
      fitted: probe.auroc,
      fittedInterval: probe.intervalJudged,
      agreement: 0.97,
      agreementInterval95: [0.95, 0.98],
      n: 1000,
      verdict: isSafe ? 'safe' : 'shifting',
      verdictBelow: 'safe',
      pictures: [],
    };
  });
  return { transform, setting, unit, symmetric, presentations: 64_000, steps, default: judged, safeUpTo };
}
