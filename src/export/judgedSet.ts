import type { Fingerprint, Result, Settings, TransformResult } from '../protocol/result';

/** A transform with the strength that it was judged at. */
export type JudgedTransform = Pick<TransformResult, 'name' | 'params'>;

/**
 * What pipelines are made from: the part of a `Result` that a safe-aug.json keeps too. Evidence is not in it, and no pipeline holds any.
 */
export interface JudgedSet extends Pick<Result, 'presentations' | 'safeSet' | 'use'> {
  readonly dataset: { readonly path: string; readonly fingerprint: Pick<Fingerprint, 'hash'> };
  readonly settings: Pick<
    Settings,
    'size' | 'profile' | 'rule' | 'threshold' | 'seed' | 'budget' | 'minutes' | 'safeAugVersion'
  >;
  /** All that were judged, in the pool's order. */
  readonly transforms: readonly (JudgedTransform & Pick<TransformResult, 'verdict'>)[];
}
