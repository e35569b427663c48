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
  /** At most this many pictures are used, a seeded sample. */
  readonly maxImages: number;
  readonly threads: number;
}

/** Reads the arguments back from run.json. Throws a RunError when they are not all there. */
export function learnArgumentsFrom(options: unknown, folder: string): LearnArguments {
  const found = options as Partial<LearnArguments> | null;
  const kinds: { readonly [Key in keyof LearnArguments]: readonly string[] } = {
    budget: ['string', 'null'],
    presentations: ['number', 'null'],
    minutes: ['number', 'null'],
    seed: ['number'],
    pool: ['array', 'null'],
    profile: ['string'],
    maxSubset: ['number'],
    subsetPer: ['string'],
    size: ['number', 'null'],
    guard: ['number'],
    engine: ['string'],
    rule: ['string'],
    threshold: ['number'],
    headsWeight: ['number'],
    maxImages: ['number'],
    threads: ['number'],
  };
  for (const [key, allowed] of Object.entries(kinds)) {
    const value = found?.[key as keyof LearnArguments];
    const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
    if (!allowed.includes(kind)) {
      throw new RunError(`The run in ${folder} cannot be resumed: run.json does not say its "${key}". Start it anew.`);
    }
  }
  return found as LearnArguments;
}
