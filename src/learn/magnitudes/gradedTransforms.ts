import type { Strength, Transform } from '../../augment/transform';

/** A transform of the pool that has a strength. */
export interface GradedTransform {
  readonly index: number;
  readonly transform: Transform;
  readonly strength: Strength;
}

export function gradedTransforms(pool: readonly Transform[]): GradedTransform[] {
  return pool.flatMap((transform, index) =>
    transform.strength ? [{ index, transform, strength: transform.strength }] : [],
  );
}

/** Steps of all transforms together, which their judged intervals are corrected for. */
export function countSteps(graded: readonly GradedTransform[]): number {
  return graded.reduce((sum, { strength }) => sum + strength.grid.length, 0);
}
