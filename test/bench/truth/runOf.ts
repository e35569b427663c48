import type { RunRow } from '../../../bench/truth/runRow';
import { harmful, safe, shifting, swapped } from '../../../bench/truth/truth';
import type { Verdict } from '../../../src/protocol/vocabulary';

export /** One transform of a run. */
type Look = readonly [name: string, verdict: Verdict, auroc?: number, halfWidth?: number];

/** A run on the set `toys`; of each look the verdict, the AUROC (default 0.5) and the half-width of its interval (0.03). */
export function runOf(seed: number, looks: readonly Look[], key: Partial<RunRow> = {}): RunRow {
  return {
    ...{ program: 'p', budget: 'quick', set: 'toys', seed, commit: 'c', threshold: 0.6, judging: 1000 },
    ...{ seconds: 10, trainingSeconds: 6, measuringSeconds: 3 },
    transforms: looks.map(([name, verdict, auroc = 0.5, halfWidth = 0.03]) => ({
      name,
      verdict,
      reasonCode: 'below-threshold',
      auroc,
      intervalJudged: [auroc - halfWidth, auroc + halfWidth] as const,
    })),
    ...key,
  };
}

/** What is known of the set `toys`, which has three classes. */
export const truth = {
  Blur: shifting('It blurs.'),
  HorizontalFlip: harmful('It flips.', swapped(0, 1), [{ from: 2, to: 0, outcome: null }]),
  ToGray: safe('It is gray.'),
  Transpose: { is: ['shifting', 'harmful'] as const, because: 'Either.' },
};
