import type { BudgetName, EngineName, Profile, RuleName } from '../../protocol/vocabulary';
import { RunError } from '../../run/runError';

/** Everything that was asked of `learn`, defaults filled in; kept in run.json, so that `resume` does the same. */
export interface LearnArguments {
  readonly budget: BudgetName | null;
  readonly presentations: number | null;
  readonly minutes: number | null;
  readonly seed: number;
  /** Names, or null for the paper's 15. */
  readonly pool: readonly string[] | null;
  readonly profile: Profile;
  readonly maxSubset: number;
  readonly subsetPer: 'image' | 'batch';
  /** Working side in pixels, or null to choose by the pictures. */
  readonly size: number | null;
  readonly guard: number;
  readonly engine: EngineName;
  readonly rule: RuleName;
  readonly threshold: number;
  readonly headsWeight: number;
  /** Whether marks are planted on pictures set aside, to find out what the detector can see. */
  readonly controls: boolean;
  /** At most this many pictures are used, a seeded sample. */
  readonly maxImages: number;
  readonly threads: number;
}

type Kind = 'string' | 'boolean' | 'null' | 'array' | readonly [low: number, high: number];

/** What each argument may be: numbers by their range. */
const kinds: { readonly [Key in keyof LearnArguments]: readonly Kind[] } = {
  budget: ['string', 'null'],
  presentations: [[1, 1e9], 'null'],
  minutes: [[0, 1e6], 'null'],
  seed: [[0, 2 ** 32 - 1]],
  pool: ['array', 'null'],
  profile: ['string'],
  maxSubset: [[1, 15]],
  subsetPer: ['string'],
  size: [[16, 256], 'null'],
  guard: [[0, 3]],
  engine: ['string'],
  rule: ['string'],
  threshold: [[0.5, 0.9]],
  headsWeight: [[0.01, 1000]],
  controls: ['boolean'],
  maxImages: [[60, 1e7]],
  threads: [[1, 256]],
};

/** Reads the arguments back from run.json. Throws a RunError when one is missing or not as `learn` writes it. */
export function learnArgumentsFrom(options: unknown, folder: string): LearnArguments {
  const found = options as Partial<LearnArguments> | null;
  for (const [key, allowed] of Object.entries(kinds)) {
    const value = found?.[key as keyof LearnArguments];
    if (allowed.some((kind) => isOfKind(value, kind))) continue;
    throw new RunError(
      `The run in ${folder} cannot be resumed: its run.json does not hold a usable "${key}". Start a new run.`,
    );
  }
  return found as LearnArguments;
}

function isOfKind(value: unknown, kind: Kind): boolean {
  if (kind === 'null') return value === null;
  if (kind === 'array') return Array.isArray(value);
  if (kind === 'string' || kind === 'boolean') return typeof value === kind;
  return typeof value === 'number' && value >= kind[0] && value <= kind[1];
}
