import { createPool } from '../../src/augment/pool';
import type { Result } from '../../src/protocol/result';
import type { Profile } from '../../src/protocol/vocabulary';
import { exampleResult } from '../fixtures/result';

export interface Judged {
  /** Names of the transforms that count as safe; the others shift. Default: none. */
  readonly safe?: readonly string[];
  readonly profile?: Profile;
  readonly size?: number;
  readonly channels?: 1 | 3;
}

/** A result on the paper's pool with the settings that the real transforms state, and a safe set of choice. */
export function judgedResult({ safe = [], profile = 'modern', size = 32, channels = 3 }: Judged = {}): Result {
  const example = exampleResult();
  const settings = new Map(createPool({ profile, size }).map((transform) => [transform.name, transform.settings]));
  return {
    ...example,
    dataset: { ...example.dataset, channels },
    settings: { ...example.settings, profile, size },
    transforms: example.transforms.map((transform) => ({
      ...transform,
      params: settings.get(transform.name)!,
      verdict: safe.includes(transform.name) ? 'safe' : 'shifting',
      reasonCode: safe.includes(transform.name) ? 'below-threshold' : 'above-threshold',
    })),
    safeSet: example.transforms.map(({ name }) => name).filter((name) => safe.includes(name)),
    use: { subsetSize: Math.min(3, safe.length), p: 0.5 },
  };
}

export const paperPool: readonly string[] = createPool({ profile: 'modern', size: 32 }).map(({ name }) => name);

/** The value under a key of one transform's settings replaced, to compare with documents of other strengths. */
export function withParams(result: Result, name: string, params: Result['transforms'][number]['params']): Result {
  return {
    ...result,
    transforms: result.transforms.map((one) =>
      one.name === name ? { ...one, params: { ...one.params, ...params } } : one,
    ),
  };
}
