import { createPool } from '../../src/augment/pool';
import type { Result } from '../../src/protocol/result';
import type { Pairs, UseEvidence } from '../../src/protocol/closing';
import type { Profile } from '../../src/protocol/vocabulary';
import { exampleClosing } from '../fixtures/closing';
import { exampleResult } from '../fixtures/result';

export interface Judged {
  /** Names of the transforms that count as safe; the others shift. Default: none. */
  readonly safe?: readonly string[];
  readonly profile?: Profile;
  readonly size?: number;
  readonly channels?: 1 | 3;
}

/** A result on the paper's pool with the settings that the real transforms state, and a safe set of choice, whose pairs are safe. */
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
    closing: { ...example.closing, pairs: safePairs(safe), use: safeUse(safe) },
    safeSet: example.transforms.map(({ name }) => name).filter((name) => safe.includes(name)),
    use: { subsetSize: Math.min(3, safe.length), p: 0.5 },
  };
}

/** All ordered pairs of these, with the ranges of those that have a smaller one. */
export function safePairs(names: readonly string[], milder: Pairs['milder'] = []): Pairs {
  const [example] = exampleClosing([]).pairs!.pairs;
  const ordered = names.flatMap((first) => names.filter((other) => other !== first).map((second) => [first, second]));
  const pairs = ordered.map(([first, second]) => ({ ...example, transforms: [first, second] as const }));
  return { pairs, milder, removed: [] };
}

function safeUse(names: readonly string[]): UseEvidence | null {
  return names.length === 0 ? null : { ...exampleClosing([]).use!, transforms: names };
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
